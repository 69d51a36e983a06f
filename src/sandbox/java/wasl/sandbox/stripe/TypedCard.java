package wasl.sandbox.stripe;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A card as someone types it. Spaces and dashes do not matter, and Arabic-Indic digits are digits.
 */
record TypedCard(String number, String expiry, String code) {
  private static final Pattern EXPIRY = Pattern.compile("(\\d{1,2})[/.\\-]?(\\d{2}|\\d{4})");

  /** What is wrong with it; each has a text on the card page. */
  enum Fault {
    NUMBER,
    NOT_A_TEST_CARD,
    EXPIRY,
    PAST,
    CODE
  }

  TypedCard {
    number = plain(number);
    expiry = plain(expiry);
    code = plain(code);
  }

  private static String plain(String typed) {
    StringBuilder plain = new StringBuilder();
    if (typed != null && typed.length() <= 100) {
      typed.codePoints().forEach(c -> append(plain, c));
    }
    return plain.toString();
  }

  private static void append(StringBuilder plain, int c) {
    if (Character.isDigit(c)) {
      plain.append((char) ('0' + Character.digit(c, 10)));
    } else if (c == '/' || c == '.' || (c != '-' && Character.isLetter(c))) {
      plain.appendCodePoint(c);
    }
  }

  Optional<TestCard> card() {
    return TestCard.numbered(number);
  }

  Optional<YearMonth> expires() {
    Matcher matcher = EXPIRY.matcher(expiry);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int month = Integer.parseInt(matcher.group(1));
    int year = Integer.parseInt(matcher.group(2));
    return month < 1 || month > 12
        ? Optional.empty()
        : Optional.of(YearMonth.of(year < 100 ? 2000 + year : year, month));
  }

  /** The first thing that is wrong at that time, if anything is. */
  Optional<Fault> fault(long epochSecond) {
    if (!passesLuhn()) {
      return Optional.of(Fault.NUMBER);
    }
    if (card().isEmpty()) {
      return Optional.of(Fault.NOT_A_TEST_CARD);
    }
    if (expires().isEmpty()) {
      return Optional.of(Fault.EXPIRY);
    }
    YearMonth today = YearMonth.from(Instant.ofEpochSecond(epochSecond).atZone(ZoneOffset.UTC));
    if (expires().get().isBefore(today)) {
      return Optional.of(Fault.PAST);
    }
    int digits = card().get().brand.equals("amex") ? 4 : 3;
    return code.matches("\\d{" + digits + "}") ? Optional.empty() : Optional.of(Fault.CODE);
  }

  /** The check digit's rule of ISO/IEC 7812-1, annex B. */
  private boolean passesLuhn() {
    if (!number.matches("\\d{12,19}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int doubled = digit * 2;
      sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  @Override
  public String toString() {
    return "a card"; // its number belongs in no log
  }
}
