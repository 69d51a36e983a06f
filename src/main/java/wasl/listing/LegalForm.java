package wasl.listing;

/** The legal forms of Iraqi businesses (Companies Law 21/1997 and what stands beside it). */
public enum LegalForm {
  NOT_REGISTERED,
  SOLE_ENTERPRISE,
  TRADER,
  CRAFT_WORKSHOP,
  INDUSTRIAL_PROJECT,
  LIMITED_LIABILITY,
  GENERAL_PARTNERSHIP,
  SIMPLE_COMPANY,
  JOINT_STOCK,
  MIXED_COMPANY,
  COOPERATIVE,
  FOREIGN_BRANCH
}
