package wasl.party;

import wasl.shared.Lang;
import wasl.shared.Refusal;

/** Why something with accounts, institutions or country rules was refused. */
public sealed interface PartyRefused extends Refusal {

  /** There is no such account. */
  record UnknownParty() implements PartyRefused {
    @Override
    public int status() {
      return 404;
    }
  }

  /** What was typed is not an e-mail address. */
  record InvalidEmail() implements PartyRefused {}

  /** A name has one to six words of letters. */
  record InvalidName() implements PartyRefused {}

  /** A name carries no web or e-mail address: it stands in letters to others. */
  record LinkInName() implements PartyRefused {}

  /** Not a country of ISO 3166-1. */
  record UnknownCountry() implements PartyRefused {
    @Override
    public int status() {
      return 404;
    }
  }

  /** An account must be for something. */
  record RoleNeeded() implements PartyRefused {}

  /** Signing in takes an address and a password. */
  record SignInIncomplete() implements PartyRefused {}

  /** Fewer characters than the least. */
  record PasswordShort(int least) implements PartyRefused {}

  /** More characters than the most. */
  record PasswordLong(int most) implements PartyRefused {}

  /** One of those that are tried first, or easily guessed from the account itself. */
  record PasswordCommon() implements PartyRefused {}

  /** The present password was not the right one. */
  record PasswordWrong() implements PartyRefused {}

  /** Address and password do not match; never says which. */
  record SignInFailed() implements PartyRefused {
    @Override
    public int status() {
      return 401;
    }
  }

  /** The password is right, but an administrator has switched the officer off. */
  record SwitchedOff() implements PartyRefused {
    @Override
    public int status() {
      return 403;
    }
  }

  /**
   * Too many attempts for this account or from this address.
   *
   * @param time when the next one will be heard, {@code HH:mm} in Baghdad
   */
  record TooManyAttempts(String time) implements PartyRefused {
    @Override
    public int status() {
      return 429;
    }
  }

  /** So many are signing in at once that this one would wait too long. */
  record Busy() implements PartyRefused {
    @Override
    public int status() {
      return 503;
    }
  }

  /** A letter's link that was used, replaced or too old. */
  record LinkExpired() implements PartyRefused {
    @Override
    public int status() {
      return 410;
    }
  }

  /** There is an account with this address; told to administrators only. */
  record EmailHasAccount() implements PartyRefused {}

  /** The invitation was accepted or withdrawn already. */
  record InvitationClosed() implements PartyRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** The first administrator exists, who invites all others. */
  record AdministratorExists() implements PartyRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** Only officers are switched off and on; people's own accounts are not. */
  record NoOfficer() implements PartyRefused {}

  /** Nobody switches off themselves. */
  record OwnAccount() implements PartyRefused {}

  /** Somebody has to be left who administers the installation. */
  record LastAdministrator() implements PartyRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** This role has no place in this institution. */
  record RoleNotHere(Role role) implements PartyRefused {}

  /** There is no such institution. */
  record UnknownInstitution() implements PartyRefused {
    @Override
    public int status() {
      return 404;
    }
  }

  /** An institution that is closed takes no new staff. */
  record InstitutionClosed() implements PartyRefused {}

  /** A code is IQ- or KRG- and two to eight capital letters, as the examples show. */
  record InvalidCode(String examples) implements PartyRefused {}

  /** Another institution has this code. */
  record CodeTaken(String institutionCode) implements PartyRefused {}

  /** An institution has a name in each language. */
  record InstitutionNameNeeded(Lang inLanguage) implements PartyRefused {}

  /** No institution has the code given for the counterpart. */
  record UnknownTwin(String institutionCode) implements PartyRefused {}

  /** Somebody else changed it meanwhile. */
  record ChangedMeanwhile() implements PartyRefused {
    @Override
    public int status() {
      return 409;
    }
  }
}
