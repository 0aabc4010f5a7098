package org.vigie.web.pages;

import java.util.ArrayList;
import java.util.List;
import org.vigie.casework.AdminRequests;
import org.vigie.casework.Cases;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.guarded.OwnerKeys;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.oidc.SignInRequests;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.Attempts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.Devices;
import org.vigie.casework.people.EnrolmentCodes;
import org.vigie.casework.people.ForeignAccounts;
import org.vigie.casework.people.Invitations;
import org.vigie.casework.people.NewAuthenticators;
import org.vigie.casework.people.OwnSecrets;
import org.vigie.casework.people.RateLimit;
import org.vigie.casework.people.RecoveryCodes;
import org.vigie.casework.people.Sessions;
import org.vigie.web.AccessFilter;
import org.vigie.web.Languages;
import org.vigie.web.Route;
import org.vigie.web.SignIn;
import org.vigie.web.pages.account.AccountPages;
import org.vigie.web.pages.account.ConsoleAddress;
import org.vigie.web.pages.account.CustodyNotices;
import org.vigie.web.pages.account.EnrolmentPages;
import org.vigie.web.pages.account.EntryPages;
import org.vigie.web.pages.account.FirstAccount;
import org.vigie.web.pages.account.ForgottenPassword;
import org.vigie.web.pages.account.Inviting;
import org.vigie.web.pages.account.OwnAccountPages;
import org.vigie.web.pages.account.OwnerGrants;
import org.vigie.web.pages.account.ProviderPages;
import org.vigie.web.pages.account.RecoveryUse;
import org.vigie.web.pages.account.SettingRequests;
import org.vigie.web.pages.account.TokenPages;
import org.vigie.web.pages.part.Lapses;
import org.vigie.web.pages.part.StepUp;

/** The console's people: how they come in, who they are, and what lets their programs in. */
final class AccountSection {
  private final ConsoleDependencies given;
  private final CaseDatabase database;
  private final Accounts accounts;
  private final ForeignAccounts foreign;
  private final Sessions sessions;
  private final ApiTokens tokens;
  private final List<String> firstTokens;
  private final SignIn signIn;
  private final StepUp stepUp;
  private final AdminRequests asked;
  private final ExportRequests exports;
  private final Lapses lapses;
  private final RecoveryCodes recovery;
  private final CustodyNotices notices;

  AccountSection(OpenWorkspace open, ConsoleDependencies given) {
    this.given = given;
    this.database = open.database();
    this.accounts = new Accounts(database, given.clock(), given.secrets().key());
    this.foreign = new ForeignAccounts(database, accounts);
    this.sessions = new Sessions(given.secrets().random(), given.clock());
    this.tokens = new ApiTokens(database, given.secrets().random(), given.clock());
    this.firstTokens =
        given.isAlone() ? List.of(sessions.token()) : List.of(sessions.token(), sessions.token());
    this.signIn = new SignIn(sessions, given.log().traces());
    this.stepUp = new StepUp(accounts, foreign, new Attempts(given.clock()), signIn, given.clock());
    this.asked = new AdminRequests(database, given.clock(), given.rules().web().requestsHold());
    this.exports = new ExportRequests(database, given.clock(), given.rules().web().requestsHold());
    this.notices = new CustodyNotices(open.workspace(), given.clock());
    this.recovery = new RecoveryCodes(database, given.secrets().random(), given.clock());
    this.lapses = new Lapses(asked, exports, given.log().traces());
  }

  Accounts accounts() {
    return accounts;
  }

  /** Returns what asks people again who they are. */
  StepUp stepUp() {
    return stepUp;
  }

  /** Returns what people asked to take out. */
  ExportRequests exports() {
    return exports;
  }

  Lapses lapses() {
    return lapses;
  }

  /** Returns the tokens that make the admins' accounts that are missing, in order. */
  List<String> firstTokens() {
    int admins = accounts.admins();
    return firstTokens.subList(Math.min(admins, firstTokens.size()), firstTokens.size());
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>(entry().routes());
    Invitations invitations = new Invitations(database, given.secrets().random(), given.clock());
    EnrolmentCodes codes = new EnrolmentCodes(database, given.secrets().random(), given.clock());
    routes.addAll(enrolment(invitations, codes).routes());
    routes.addAll(own().routes());
    routes.addAll(forgotten().routes());
    ProviderPages.Rights rights = new ProviderPages.Rights(accounts, sessions, tokens);
    ConsoleAddress address = new ConsoleAddress(given.rules().web().allowedHosts());
    routes.addAll(
        new AccountPages(
                rights,
                new Inviting(invitations, codes, asked, address),
                new SettingRequests(
                    asked, new SettingsInForce(database, given.clock()), given.rules().waiting()),
                asked,
                lapses,
                stepUp,
                this::isAlone,
                new OwnerGrants(new OwnerKeys(database, given.clock()), given.log().traces()),
                notices)
            .routes());
    given
        .provider()
        .map(provider ->
            new ProviderPages(
                provider,
                new SignInRequests(given.clock()),
                foreign,
                rights,
                signIn,
                given.log().traces()))
        .ifPresent(pages -> routes.addAll(pages.routes()));
    routes.addAll(new TokenPages(tokens, stepUp, asked, lapses, this::isAlone).routes());
    return routes;
  }

  /** Asked at each deed: an owner's key counts from when it is registered, also while we run. */
  private boolean isAlone() {
    return given.isAlone() && new SettingsInForce(database, given.clock()).isStillAlone();
  }

  private EntryPages entry() {
    return new EntryPages(
        accounts,
        signIn,
        new Devices(database, given.secrets().random(), given.clock()),
        new RecoveryUse(recovery, given.log().traces()),
        new Cases(database, given.clock()),
        given.log().traces(),
        given.provider().isPresent(),
        given.clock());
  }

  private ForgottenPassword forgotten() {
    return new ForgottenPassword(
        accounts,
        new OwnSecrets(database, given.clock(), given.secrets().key()),
        new RecoveryUse(recovery, given.log().traces()),
        sessions,
        new Devices(database, given.secrets().random(), given.clock()),
        signIn,
        given.log().traces(),
        given.clock());
  }

  private OwnAccountPages own() {
    return new OwnAccountPages(
        new OwnAccountPages.Means(
            new OwnSecrets(database, given.clock(), given.secrets().key()),
            new NewAuthenticators(given.secrets().random(), given.clock()),
            recovery),
        foreign,
        sessions,
        signIn,
        stepUp,
        given.log().traces());
  }

  private EnrolmentPages enrolment(Invitations invitations, EnrolmentCodes codes) {
    return new EnrolmentPages(
        accounts,
        new FirstAccount(accounts, firstTokens),
        invitations,
        codes,
        given.log().traces(),
        given.secrets().random(),
        given.clock(),
        this::isAlone);
  }

  /** Returns what every request passes. */
  AccessFilter accessFilter(Languages languages) {
    return new AccessFilter(
        accounts,
        sessions,
        new AccessFilter.Programs(
            tokens, new RateLimit(Console.MOST_A_MINUTE, given.clock()), given.clock()),
        new RateLimit(given.limits().pagesAMinute(), given.clock()),
        given.log().traces(),
        languages,
        given.rules().web());
  }
}
