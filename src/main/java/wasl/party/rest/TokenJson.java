package wasl.party.rest;

/** A token on the wire; the time in ISO 8601, UTC. */
public record TokenJson(String token, String expiresAt) {}
