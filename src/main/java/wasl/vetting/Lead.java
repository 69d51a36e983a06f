package wasl.vetting;

import wasl.party.InstitutionId;

/**
 * What routing says.
 *
 * @param institution the lead
 * @param workingDays how many working days it has
 */
public record Lead(InstitutionId institution, int workingDays) {}
