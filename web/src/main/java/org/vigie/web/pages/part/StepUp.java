package org.vigie.web.pages.part;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.Attempts;
import org.vigie.casework.people.ForeignAccounts;
import org.vigie.web.SignIn;
import org.vigie.web.Visit;
import org.vigie.web.pages.account.ProviderPages;

/**
 * The question whether it is still the same person who sits at the desk: password and code, asked
 * again before anything leaves, or the word of the provider that has seen them anew. Failed answers
 * wait as failed sign-ins do.
 */
public final class StepUp {
  private final Accounts accounts;
  private final ForeignAccounts foreign;
  private final Attempts attempts;
  private final SignIn signIn;
  private final Clock clock;

  public StepUp(
      Accounts accounts, ForeignAccounts foreign, Attempts attempts, SignIn signIn, Clock clock) {
    this.signIn = signIn;
    this.accounts = accounts;
    this.foreign = foreign;
    this.attempts = attempts;
    this.clock = clock;
  }

  /**
   * Returns how a person shows who they are.
   *
   * @param next path of the page on which it is asked
   */
  public Proof proof(Visit visit, String next) {
    return foreign.isOne(visit.account().name())
        ? new Proof(
            ProviderPages.AGAIN + "?next=" + Paths.encoded(next),
            visit.session().isConfirmed(clock.instant()))
        : new Proof("", false);
  }

  /** Returns the phrase of why what was shown doesn't count, or nothing if it does. */
  public Optional<String> hindrance(Visit visit) {
    return hindrance(
        visit,
        () -> accounts.authenticate(name(visit), visit.form("password"), visit.form("code")));
  }

  /**
   * Returns the same for whoever shows something in place of a code.
   *
   * @param second used up if the password is right
   */
  public Optional<String> hindrance(Visit visit, Accounts.Right second) {
    return hindrance(
        visit, () -> accounts.authenticate(name(visit), visit.form("password"), second));
  }

  /** With what was shown, a token of the session that somebody else may have counts no more. */
  private Optional<String> hindrance(Visit visit, Supplier<Optional<Account>> shown) {
    Optional<String> hindrance = judged(visit, shown);
    if (hindrance.isEmpty()) {
      signIn.exchange(visit);
    }
    return hindrance;
  }

  private Optional<String> judged(Visit visit, Supplier<Optional<Account>> shown) {
    String name = name(visit);
    if (foreign.isOne(name)) {
      return visit.session().useConfirmation(clock.instant())
          ? Optional.empty()
          : Optional.of("step-up.provider");
    }
    List<String> counted = List.of(name);
    if (!attempts.begin(counted)) {
      return Optional.of("sign-in.wait");
    }
    if (attempts.check(counted, shown).isEmpty()) {
      return Optional.of("step-up.wrong");
    }
    attempts.succeeded(name);
    return Optional.empty();
  }

  private static String name(Visit visit) {
    return visit.account().name();
  }
}
