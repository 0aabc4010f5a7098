package org.vigie.web.pages.account;

import java.util.Optional;
import org.vigie.casework.people.Passwords;

/** The judgement of a password that somebody wants to have. */
final class NewPassword {
  private NewPassword() {}

  /** Finds what is wrong with one, as the name of a phrase. */
  static Optional<String> problem(String password, String account) {
    if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
      return Optional.of("first.password");
    }
    return Passwords.isGood(password, account) ? Optional.empty() : Optional.of("first.common");
  }
}
