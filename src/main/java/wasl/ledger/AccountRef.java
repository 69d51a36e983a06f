package wasl.ledger;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import wasl.money.Currency;
import wasl.shared.Ids;

/**
 * Names an account: its kind, its currency and, where each listing or party has its own, whose it
 * is. The account itself comes into being with its first entry.
 *
 * @param owner the listing's or party's id; 0 for the platform's accounts
 */
public record AccountRef(AccountKind kind, Currency currency, long owner)
    implements Comparable<AccountRef> {

  private static final Comparator<AccountRef> ORDER =
      Comparator.comparing(AccountRef::kind)
          .thenComparing(AccountRef::currency)
          .thenComparingLong(AccountRef::owner);

  public AccountRef {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(currency);
    if ((kind.owner() == AccountOwner.PLATFORM) != (owner == 0)) {
      throw new IllegalArgumentException(kind + " and owner " + owner + " do not fit");
    }
  }

  /** The platform's account of a kind. */
  public static AccountRef of(AccountKind kind, Currency currency) {
    return new AccountRef(kind, currency, 0);
  }

  /** A listing's or party's account of a kind. */
  public static AccountRef of(AccountKind kind, Currency currency, long ownerId) {
    return new AccountRef(kind, currency, ownerId);
  }

  /** The account with this {@link #toString name}. */
  public static Optional<AccountRef> parse(String name) {
    String[] parts = name == null ? new String[0] : name.split(":", -1);
    if (parts.length < 2 || parts.length > 3) {
      return Optional.empty();
    }
    Optional<AccountKind> kind =
        Arrays.stream(AccountKind.values()).filter(k -> k.name().equals(parts[0])).findFirst();
    Optional<Currency> currency = Currency.of(parts[1]);
    Optional<Long> owner = parts.length == 2 ? Optional.of(0L) : Ids.parse(parts[2]);
    if (kind.isEmpty() || currency.isEmpty() || owner.isEmpty()) {
      return Optional.empty();
    }
    boolean platform = kind.get().owner() == AccountOwner.PLATFORM;
    return platform == (owner.get() == 0)
        ? Optional.of(new AccountRef(kind.get(), currency.get(), owner.get()))
        : Optional.empty();
  }

  @Override
  public int compareTo(AccountRef other) {
    return ORDER.compare(this, other);
  }

  /** Its name outside: {@code GATEWAY_CLEARING:USD}, {@code LISTING_ESCROW:USD:0K7V3Q9XH2M4D}. */
  @Override
  public String toString() {
    String platform = kind + ":" + currency;
    return owner == 0 ? platform : platform + ":" + Ids.text(owner);
  }
}
