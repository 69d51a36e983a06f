package wasl.shared;

/**
 * Whether whoever makes this request may do something: what the features before {@code party} ask,
 * and {@code party} answers. Those after it ask the actor itself.
 */
public interface Access {

  /**
   * Refuses whoever may not.
   *
   * @param permission the name of a constant of {@code party.Permission}
   * @throws Refused where nobody has signed in, or this account has no such permission
   */
  void require(String permission);
}
