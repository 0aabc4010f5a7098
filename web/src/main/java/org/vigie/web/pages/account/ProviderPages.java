package org.vigie.web.pages.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.oidc.ForeignPerson;
import org.vigie.casework.oidc.Provider;
import org.vigie.casework.oidc.ProviderException;
import org.vigie.casework.oidc.SignInRequest;
import org.vigie.casework.oidc.SignInRequests;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.ForeignAccounts;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Sessions;
import org.vigie.web.Access;
import org.vigie.web.AccessFilter;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.SignIn;
import org.vigie.web.StateCookie;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;

/** The way to a provider and back, by which people sign in. */
public final class ProviderPages {
  public static final String PATH = "/sign-in/provider";

  /** Where somebody who has signed in goes to be seen anew. */
  public static final String AGAIN = PATH + "/again";

  /** By how much a provider's clock may be slow. */
  private static final Duration SLOW = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(ProviderPages.class);

  private final Provider provider;
  private final SignInRequests requests;
  private final ForeignAccounts foreign;
  private final Rights rights;
  private final SignIn signIn;
  private final AccessFilter.Traces traces;

  public ProviderPages(
      Provider provider,
      SignInRequests requests,
      ForeignAccounts foreign,
      Rights rights,
      SignIn signIn,
      AccessFilter.Traces traces) {
    this.signIn = signIn;
    this.provider = provider;
    this.requests = requests;
    this.foreign = foreign;
    this.rights = rights;
    this.traces = traces;
  }

  /** What a person's rights hang on. */
  public record Rights(Accounts accounts, Sessions sessions, ApiTokens tokens) {}

  public List<Route> routes() {
    return List.of(
        Route.get(PATH, new Access.Anyone(), Act.NONE, this::send),
        Route.get(AGAIN, new Access.SignedIn(), Act.NONE, this::sendAgain),
        Route.get(PATH + "/answer", new Access.Anyone(), Act.NONE, this::comeBack));
  }

  private Answer send(Visit visit) {
    return send(visit, requests::start);
  }

  private Answer sendAgain(Visit visit) {
    if (!foreign.isOne(visit.account().name())) {
      return NotFound.answer();
    }
    SignInRequest.Again again =
        new SignInRequest.Again(visit.session(), Paths.local(visit.query("next")));
    return send(visit, stateCookie -> requests.startAgain(stateCookie, again));
  }

  private Answer send(Visit visit, Function<String, SignInRequest> start) {
    String stateCookie = rights.sessions().token();
    try {
      Answer answer = new Answer.Elsewhere(provider.entrance(start.apply(stateCookie)));
      StateCookie.give(visit, stateCookie);
      return answer;
    } catch (ProviderException e) {
      return failed(e);
    }
  }

  private Answer comeBack(Visit visit) {
    Optional<SignInRequest> request = StateCookie.take(visit).flatMap(requests::take);
    if (request.isEmpty()) {
      return refused("sign-in.provider-again");
    }
    try {
      ForeignPerson person = provider.identify(visit.query(), request.get());
      if (rights.accounts().isEmpty()) {
        // The first account is made with the token that the console told, or there is no admin.
        return refused("sign-in.provider-first");
      }
      Optional<Account> account = account(person);
      if (account.isEmpty()) {
        signIn.refused(visit, "");
        return refused("sign-in.provider-no-role");
      }
      SignInRequest.Again again = request.get().again();
      if (again != null) {
        return confirm(account.get(), person, request.get(), again);
      }
      signIn.start(visit, account.get());
      // The session's cookie doesn't come along on a way that began at another site.
      return Answer.page("signed-in", Map.of("home", EntryPages.home(account.get())));
    } catch (ProviderException e) {
      return failed(e);
    }
  }

  /**
   * Lets a session go on whose person the provider has asked anew who they are. A provider that let
   * them through on an earlier sign-in says so by its time, or doesn't tell one.
   */
  private Answer confirm(
      Account account, ForeignPerson person, SignInRequest request, SignInRequest.Again again) {
    Instant seen = person.authenticatedAt();
    if (!account.name().equals(again.session().account())
        || seen == null
        || seen.isBefore(request.askedAt().minus(SLOW))) {
      return refused("step-up.not-anew");
    }
    again.session().confirm(request.askedAt());
    return Answer.page("signed-in", Map.of("home", again.next()));
  }

  /** Returns the account of a person with the rights that the provider says now, if any. */
  private synchronized Optional<Account> account(ForeignPerson person) {
    Optional<Account> known = foreign.find(person.issuer(), person.subject());
    if (known.isEmpty()) {
      return person.roles().isEmpty() ? Optional.empty() : Optional.of(welcome(person));
    }
    Account account = known.get();
    if (!account.roles().equals(person.roles())) {
      if (!change(account, person.roles())) {
        return Optional.empty();
      }
      account = rights.accounts().find(account.name()).orElseThrow();
    }
    return account.enabled() && !account.roles().isEmpty()
        ? Optional.of(account)
        : Optional.empty();
  }

  private Account welcome(ForeignPerson person) {
    String name = foreign.nameFor(person.issuer(), person.subject(), person.name());
    log(name, person.roles());
    return foreign.add(person.issuer(), person.subject(), name, person.roles());
  }

  /** Changes rights, which ends all that the former ones opened; false if no admin were left. */
  private boolean change(Account account, Set<Role> roles) {
    log(account.name(), roles);
    try {
      rights.accounts().change(account.name(), roles, account.enabled());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    } finally {
      rights.sessions().endAllOf(account.name());
      rights.tokens().revokeAllOf(account.name());
    }
  }

  private void log(String account, Set<Role> roles) {
    traces.log(
        account,
        AuditEvent.of(
            "alteration get " + PATH + "/answer",
            "roles="
                + new TreeSet<>(roles).stream().map(Role::label).collect(Collectors.joining(","))));
  }

  private static Answer failed(ProviderException e) {
    LOG.warn("sign-in with the provider failed: {}", e.getMessage(), e.getCause());
    return refused("sign-in.provider-failed");
  }

  private static Answer refused(String phrase) {
    return Answer.Page.error(403, phrase);
  }
}
