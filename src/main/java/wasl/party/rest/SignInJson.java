package wasl.party.rest;

/** Address and password on the wire. */
public record SignInJson(String email, String password) {}
