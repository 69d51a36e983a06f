package wasl.payment;

import java.time.Duration;
import java.util.Locale;

/**
 * How much trying of cards is heard in how much time, so that the forms where a card is saved or
 * charged are no tool to find out which stolen cards still work. The numbers are those of the
 * settings {@code wasl.cards.account.declines.hour} and so on, unless they are set otherwise.
 */
enum CardLimit {
  /** Declines of one account. */
  ACCOUNT_DECLINES_HOUR(Subject.ACCOUNT, Counted.DECLINES, 10, Duration.ofHours(1)),
  ACCOUNT_DECLINES_DAY(Subject.ACCOUNT, Counted.DECLINES, 20, Duration.ofDays(1)),
  /** Different cards of one account, saved or declined. */
  ACCOUNT_CARDS_DAY(Subject.ACCOUNT, Counted.CARDS, 8, Duration.ofDays(1)),
  /** Ways to the gateway's page of one account. */
  ACCOUNT_VISITS_HOUR(Subject.ACCOUNT, Counted.VISITS, 40, Duration.ofHours(1)),
  /** Declines from one address, of whatever accounts. */
  ADDRESS_DECLINES_HOUR(Subject.ADDRESS, Counted.DECLINES, 30, Duration.ofHours(1)),
  /** Accounts that try cards from one address. */
  ADDRESS_ACCOUNTS_DAY(Subject.ADDRESS, Counted.ACCOUNTS, 30, Duration.ofDays(1)),
  ADDRESS_VISITS_HOUR(Subject.ADDRESS, Counted.VISITS, 200, Duration.ofHours(1)),
  /** Declines of one card, of whatever accounts. */
  CARD_DECLINES_DAY(Subject.CARD, Counted.DECLINES, 10, Duration.ofDays(1)),
  /** Accounts that bring the same card: a family has one, a thief's list goes round. */
  CARD_ACCOUNTS_MONTH(Subject.CARD, Counted.HOLDERS, 3, Duration.ofDays(30));

  /** For how long anything counts. */
  static final Duration LONGEST = Duration.ofDays(30);

  /** Whose trials are counted. */
  enum Subject {
    ACCOUNT("party"),
    ADDRESS("address"),
    CARD("fingerprint");

    final String column;

    Subject(String column) {
      this.column = column;
    }
  }

  /** What is counted of them: so many different values of a column in trials of these kinds. */
  enum Counted {
    DECLINES("id", "'DECLINED', 'PAYING'"),
    CARDS("fingerprint", "'ASKED', 'SAVED', 'REFUSED', 'DECLINED'"),
    ACCOUNTS("party", "'ASKED', 'SAVED', 'REFUSED', 'DECLINED'"),
    /** Accounts of which a card was taken: whoever was refused does not lock the others out. */
    HOLDERS("party", "'ASKED', 'SAVED'"),
    VISITS("id", "'VISIT'");

    final String column;
    final String kinds;

    Counted(String column, String kinds) {
      this.column = column;
      this.kinds = kinds;
    }

    boolean counts(CardTrials.Kind kind) {
      return kinds.contains("'" + kind + "'");
    }
  }

  final Subject subject;
  final Counted counted;
  final int usual;
  final Duration per;

  CardLimit(Subject subject, Counted counted, int usual, Duration per) {
    this.subject = subject;
    this.counted = counted;
    this.usual = usual;
    this.per = per;
  }

  /** The setting that changes it. */
  String setting() {
    return "wasl.cards." + name().toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
