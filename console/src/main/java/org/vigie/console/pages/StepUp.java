package org.vigie.console.pages;

import java.util.Optional;
import org.vigie.console.people.Accounts;
import org.vigie.console.people.Attempts;
import org.vigie.console.web.Visit;

/**
 * The question whether it is still the same person who sits at the desk: password and code, asked
 * again before anything leaves. Failed answers wait as failed sign-ins do.
 */
final class StepUp {
  private final Accounts accounts;
  private final Attempts attempts;

  StepUp(Accounts accounts, Attempts attempts) {
    this.accounts = accounts;
    this.attempts = attempts;
  }

  /** Returns the phrase of why the answer in a form doesn't count, or nothing if it does. */
  Optional<String> hindrance(Visit visit) {
    String name = visit.account().name();
    if (!attempts.mayTry(name)) {
      return Optional.of("sign-in.wait");
    }
    if (accounts.authenticate(name, visit.form("password"), visit.form("code")).isEmpty()) {
      attempts.failed(name);
      return Optional.of("step-up.wrong");
    }
    attempts.succeeded(name);
    return Optional.empty();
  }
}
