package org.vigie.web.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigie.advert.Mandate;
import org.vigie.casework.AdminRequests;
import org.vigie.casework.AlertHandling;
import org.vigie.casework.Cases;
import org.vigie.casework.DisclosureBudget;
import org.vigie.casework.Enclosures;
import org.vigie.casework.ErasureRequests;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.Judgements;
import org.vigie.casework.Marks;
import org.vigie.casework.Referrals;
import org.vigie.casework.Restrictions;
import org.vigie.casework.RetentionDecisions;
import org.vigie.casework.Rulings;
import org.vigie.casework.SavedSearches;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.config.RetentionSettings;
import org.vigie.casework.config.WebSettings;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.meaning.Glosses;
import org.vigie.casework.meaning.ModelWords;
import org.vigie.casework.meaning.Translations;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.casework.models.ModelDesk;
import org.vigie.casework.oidc.Provider;
import org.vigie.casework.oidc.SignInRequests;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.Attempts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.Devices;
import org.vigie.casework.people.EnrolmentCodes;
import org.vigie.casework.people.ForeignAccounts;
import org.vigie.casework.people.Invitations;
import org.vigie.casework.people.RateLimit;
import org.vigie.casework.people.SealedSecrets;
import org.vigie.casework.people.Sessions;
import org.vigie.casework.render.AtBaseRate;
import org.vigie.casework.submission.Submissions;
import org.vigie.files.failure.UserError;
import org.vigie.files.seal.SealingKey;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.Hidden;
import org.vigie.search.query.QueryLexicon;
import org.vigie.training.labelling.LabelFile;
import org.vigie.web.AccessFilter;
import org.vigie.web.Languages;
import org.vigie.web.Route;
import org.vigie.web.SignIn;
import org.vigie.web.Uploads;
import org.vigie.web.WebServer;
import org.vigie.web.pages.account.AccountPages;
import org.vigie.web.pages.account.EnrolmentPages;
import org.vigie.web.pages.account.EntryPages;
import org.vigie.web.pages.account.FirstAccount;
import org.vigie.web.pages.account.Inviting;
import org.vigie.web.pages.account.ProviderPages;
import org.vigie.web.pages.account.TokenPages;
import org.vigie.web.pages.advert.AdvertPages;
import org.vigie.web.pages.alert.AlertHandlingPages;
import org.vigie.web.pages.alert.AlertPages;
import org.vigie.web.pages.alert.AlertStates;
import org.vigie.web.pages.alert.Escalations;
import org.vigie.web.pages.alert.OutcomeLabels;
import org.vigie.web.pages.api.ApiCasework;
import org.vigie.web.pages.api.ApiIntake;
import org.vigie.web.pages.api.ApiOperations;
import org.vigie.web.pages.api.ApiPages;
import org.vigie.web.pages.api.ApiRoute;
import org.vigie.web.pages.casework.CasePages;
import org.vigie.web.pages.casework.JudgementPages;
import org.vigie.web.pages.casework.ReferralPages;
import org.vigie.web.pages.casework.RulingPages;
import org.vigie.web.pages.custody.AuditPages;
import org.vigie.web.pages.custody.ErasurePages;
import org.vigie.web.pages.custody.ExportPages;
import org.vigie.web.pages.custody.RestrictionPages;
import org.vigie.web.pages.custody.RetentionPages;
import org.vigie.web.pages.group.ClusterPages;
import org.vigie.web.pages.group.MapPages;
import org.vigie.web.pages.group.NetworkPages;
import org.vigie.web.pages.intake.IntakePages;
import org.vigie.web.pages.intake.IntakeTraces;
import org.vigie.web.pages.operation.HealthPages;
import org.vigie.web.pages.operation.ModelPages;
import org.vigie.web.pages.operation.OperatorPages;
import org.vigie.web.pages.part.AdvertCards;
import org.vigie.web.pages.part.Disclosures;
import org.vigie.web.pages.part.Lapses;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.part.Readers;
import org.vigie.web.pages.part.StepUp;
import org.vigie.web.pages.part.Subjects;
import org.vigie.web.pages.search.MarkPages;
import org.vigie.web.pages.search.QueuePages;
import org.vigie.web.pages.search.SavedSearchPages;
import org.vigie.web.pages.search.SearchPages;

/** The analysts' console of one workspace: its pages, served. */
public final class Console implements AutoCloseable {
  /** Makes the tables of all that people do in the console. */
  public static final List<String> SCHEMA =
      Stream.of(
              Accounts.SCHEMA,
              Invitations.SCHEMA,
              EnrolmentCodes.SCHEMA,
              ForeignAccounts.SCHEMA,
              Judgements.SCHEMA,
              Rulings.SCHEMA,
              AlertHandling.SCHEMA,
              Referrals.SCHEMA,
              Cases.SCHEMA,
              Enclosures.SCHEMA,
              SavedSearches.SCHEMA,
              Marks.SCHEMA,
              ExportRequests.SCHEMA,
              ErasureRequests.SCHEMA,
              RetentionDecisions.SCHEMA,
              Restrictions.SCHEMA,
              DisclosureBudget.SCHEMA,
              AdminRequests.SCHEMA,
              Devices.SCHEMA,
              ApiTokens.SCHEMA)
          .flatMap(List::stream)
          .toList();

  /** Requests of one program in a minute: ten a second leave the pages quick. */
  static final int MOST_A_MINUTE = 600;

  /** Pages of one person in a minute: nobody reads five a second, a script does. */
  public static final int PAGES_A_MINUTE = 300;

  /** Files of granted exports of one account in a minute. */
  static final int EXPORTS_A_MINUTE = 5;

  /** Files that one account hands in within a minute. */
  static final int FILES_A_MINUTE = 60;

  private final LiveIndex index;
  private final CaseDatabase database;
  private final List<String> firstAccounts;
  private final WebServer server;
  private final List<Route> routes;

  private Console(
      LiveIndex index,
      CaseDatabase database,
      List<String> firstAccounts,
      WebServer server,
      List<Route> routes) {
    this.index = index;
    this.database = database;
    this.firstAccounts = List.copyOf(firstAccounts);
    this.server = server;
    this.routes = List.copyOf(routes);
  }

  /**
   * What a console needs from outside.
   *
   * @param host address to listen on
   * @param port port to listen on; 0 for any that is free
   * @param searchTimeout after which a search shows what it has
   * @param pagesAMinute pages that one person may ask for in a minute
   * @param alertBudget most alerts of one rule in a day, as the stream keeps to it
   * @param retention how long what is kept
   * @param models folder of the models
   * @param approved those of them that may be loaded
   * @param provider with which people may sign in, if there is one
   * @param traces where acts are logged
   * @param trail the log as auditors read it
   * @param seal which signs the log, and marks in it what was typed
   * @param clock the time
   * @param random makes tokens and secrets
   * @param disclosure how many full adverts one person is shown
   * @param web how it is run
   * @param key which seals case files and secrets of accounts, if one does
   * @param translations of adverts that are opened
   * @param mandate that under which files are handed in now; throws if none holds
   */
  public record Needs(
      String host,
      int port,
      Duration searchTimeout,
      int pagesAMinute,
      int alertBudget,
      RetentionSettings retention,
      Path models,
      ApprovedModels approved,
      Optional<Provider> provider,
      AccessFilter.Traces traces,
      AuditTrail trail,
      AuditSeal seal,
      Clock clock,
      SecureRandom random,
      DisclosureSettings disclosure,
      WebSettings web,
      Optional<SealingKey> key,
      Translations translations,
      Supplier<Mandate> mandate) {
    /** What a console needs that shows no translations and takes in no files. */
    public Needs(
        String host,
        int port,
        Duration searchTimeout,
        int pagesAMinute,
        int alertBudget,
        RetentionSettings retention,
        Path models,
        ApprovedModels approved,
        Optional<Provider> provider,
        AccessFilter.Traces traces,
        AuditTrail trail,
        AuditSeal seal,
        Clock clock,
        SecureRandom random,
        DisclosureSettings disclosure,
        WebSettings web,
        Optional<SealingKey> key) {
      this(
          host,
          port,
          searchTimeout,
          pagesAMinute,
          alertBudget,
          retention,
          models,
          approved,
          provider,
          traces,
          trail,
          seal,
          clock,
          random,
          disclosure,
          web,
          key,
          Translations.none(),
          () -> {
            throw UserError.ofMandate("files need a mandate, but this console has none for them");
          });
    }
  }

  /** Starts a console on a workspace. */
  public static Console start(Workspace workspace, Needs needs) {
    CaseDatabase database = CaseDatabase.open(workspace.database(), SCHEMA);
    SealedSecrets.requireKey(database, needs.key());
    Restrictions restrictions = new Restrictions(database, needs.clock());
    Supplier<Hidden> hidden = () -> Restrictions.hidden(restrictions.inForce());
    QueryLexicon lexicon = ModelWords.lexicon(needs.models());
    LiveIndex index = new LiveIndex(workspace.index(), needs.clock(), hidden, lexicon);
    Accounts accounts = new Accounts(database, needs.clock(), needs.key());
    Sessions sessions = new Sessions(needs.random(), needs.clock());
    SignIn signIn = new SignIn(sessions, needs.traces());
    Cases cases = new Cases(database, needs.clock());
    boolean alone = needs.web().alone();
    List<String> firstTokens =
        alone ? List.of(sessions.token()) : List.of(sessions.token(), sessions.token());
    FirstAccount first = new FirstAccount(accounts, firstTokens);
    StepUp stepUp =
        new StepUp(
            accounts,
            new ForeignAccounts(database, accounts),
            new Attempts(needs.clock()),
            needs.clock());
    Duration holds = needs.web().requestsHold();
    AdminRequests asked = new AdminRequests(database, needs.clock(), holds);
    ExportRequests requests = new ExportRequests(database, needs.clock(), holds);
    Lapses lapses = new Lapses(asked, requests, needs.traces());
    List<Route> routes = new ArrayList<>(Assets.routes());
    routes.addAll(
        new EntryPages(
                accounts,
                signIn,
                new Devices(database, needs.random(), needs.clock()),
                cases,
                needs.traces(),
                needs.provider().isPresent(),
                needs.clock())
            .routes());
    routes.addAll(new HealthPages(accounts, index, needs.trail().log(), needs.clock()).routes());
    Invitations invitations = new Invitations(database, needs.random(), needs.clock());
    EnrolmentCodes codes = new EnrolmentCodes(database, needs.random(), needs.clock());
    routes.addAll(
        new EnrolmentPages(
                accounts,
                first,
                invitations,
                codes,
                needs.traces(),
                needs.random(),
                needs.clock(),
                alone)
            .routes());
    ApiTokens tokens = new ApiTokens(database, needs.random(), needs.clock());
    routes.addAll(
        new AccountPages(
                accounts,
                new Inviting(invitations, codes, asked),
                sessions,
                tokens,
                asked,
                lapses,
                stepUp,
                alone)
            .routes());
    needs
        .provider()
        .map(provider ->
            new ProviderPages(
                provider,
                new SignInRequests(needs.clock()),
                new ForeignAccounts(database, accounts),
                new ProviderPages.Rights(accounts, sessions, tokens),
                signIn,
                needs.traces()))
        .ifPresent(pages -> routes.addAll(pages.routes()));
    routes.addAll(new AuditPages(needs.trail(), needs.seal()).routes());
    routes.addAll(new SavedSearchPages(new SavedSearches(database, needs.clock())).routes());
    Subjects subjects = new Subjects(index);
    Readers readers = new Readers(accounts);
    AtBaseRate rates = rates(needs.models());
    AdvertCards cards = new AdvertCards(rates);
    MarkPages marks =
        new MarkPages(
            index,
            needs.searchTimeout(),
            new Marks(database, needs.clock()),
            subjects,
            cases,
            readers,
            cards);
    routes.addAll(marks.routes());
    routes.addAll(new SearchPages(index, needs.searchTimeout(), marks, cards).routes());
    ExportPages.Source source =
        new ExportPages.Source(
            workspace.index(),
            hidden,
            lexicon,
            workspace.database().resolveSibling("leaving"),
            needs.searchTimeout());
    ExportPages.clear(source.folder());
    ExportPages exports =
        new ExportPages(
            requests,
            source,
            stepUp,
            new RateLimit(EXPORTS_A_MINUTE, needs.clock()),
            lapses,
            needs.clock());
    routes.addAll(exports.routes());
    routes.addAll(
        new ErasurePages(new ErasureRequests(database, needs.clock()), index, stepUp).routes());
    RetentionPages retention =
        new RetentionPages(
            workspace,
            needs.retention(),
            new RetentionDecisions(database, needs.clock()),
            index,
            stepUp);
    routes.addAll(retention.routes());
    routes.addAll(new RestrictionPages(restrictions, index, stepUp).routes());
    ModelDesk models = new ModelDesk(needs.models(), needs.approved(), needs.clock());
    Path gold = workspace.root().resolve(ModelPages.GOLD);
    routes.addAll(new ModelPages(models, gold, stepUp).routes());
    routes.addAll(new TokenPages(tokens, stepUp, asked, lapses, alone).routes());
    Disclosures disclosures =
        new Disclosures(
            new DisclosureBudget(database, needs.disclosure(), needs.clock()), needs.traces());
    Rulings ruled = new Rulings(database, needs.clock());
    AlertHandling handling = new AlertHandling(database, needs.clock());
    AlertStates states = new AlertStates(index, handling);
    Judgements said = new Judgements(database, needs.clock());
    JudgementPages judgements = new JudgementPages(subjects, said, cases);
    OperatorPages operators =
        new OperatorPages(
            workspace, index, said, needs.alertBudget(), needs.searchTimeout(), needs.clock());
    routes.addAll(operators.routes());
    Enclosures.clear(workspace.database().resolveSibling("enclosures"));
    Enclosures enclosures =
        new Enclosures(
            database,
            workspace.database().resolveSibling("enclosures"),
            needs.clock(),
            needs.key());
    ApiCasework.Store store =
        new ApiCasework.Store(
            states,
            said,
            cases,
            enclosures,
            new SavedSearches(database, needs.clock()),
            new Marks(database, needs.clock()));
    List<ApiRoute> others =
        new ArrayList<>(new ApiCasework(store, subjects, needs.clock()).routes());
    others.addAll(new ApiOperations(operators).routes());
    Submissions submissions =
        submissions(new Submissions(workspace, needs.models(), needs.mandate(), needs.clock()));
    RateLimit handedIn = new RateLimit(FILES_A_MINUTE, needs.clock());
    IntakeTraces intake = new IntakeTraces(needs.traces());
    others.addAll(new ApiIntake(submissions, handedIn, intake).routes());
    routes.addAll(new IntakePages(submissions, handedIn, intake, needs.clock()).routes());
    routes.addAll(
        new ApiPages(
                index,
                exports,
                ruled,
                restrictions,
                others,
                new ApiPages.Needs(needs.searchTimeout(), needs.clock(), disclosures))
            .routes());
    routes.addAll(new QueuePages(index, said, needs.searchTimeout(), cards).routes());
    ReferralPages referrals =
        new ReferralPages(
            subjects, new Referrals(database, needs.clock()), cases, handling, stepUp);
    routes.addAll(judgements.routes());
    routes.addAll(referrals.routes());
    Glosses glosses = new Glosses(needs.models());
    routes.addAll(
        new AdvertPages(
                index, judgements, retention, disclosures, rates, glosses, needs.translations())
            .routes());
    RulingPages rulings = new RulingPages(index, ruled);
    routes.addAll(rulings.routes());
    routes.addAll(
        new ClusterPages(
                index, judgements, rulings, rates, cards, disclosures, needs.searchTimeout())
            .routes());
    routes.addAll(new MapPages(index).routes());
    routes.addAll(
        new NetworkPages(index, judgements, needs.models(), rates, needs.searchTimeout()).routes());
    routes.addAll(
        new AlertPages(
                index,
                states,
                judgements,
                referrals,
                readers,
                new Escalations(workspace.escalations(), needs.clock()),
                needs.clock())
            .routes());
    routes.addAll(
        new AlertHandlingPages(
                subjects,
                handling,
                new OutcomeLabels(index, new LabelFile(workspace.labels()), needs.clock()),
                readers,
                needs.clock())
            .routes());
    routes.addAll(new CasePages(cases, enclosures, referrals, readers).routes());
    AccessFilter.Programs programs =
        new AccessFilter.Programs(
            tokens, new RateLimit(MOST_A_MINUTE, needs.clock()), needs.clock());
    AccessFilter accessFilter =
        new AccessFilter(
            accounts,
            sessions,
            programs,
            new RateLimit(needs.pagesAMinute(), needs.clock()),
            needs.traces(),
            Languages.in(workspace.root().resolve(Languages.FOLDER)),
            needs.web());
    Uploads uploads =
        new Uploads(IntakePages.PATH, submissions.incoming(), Submissions.MOST_BYTES);
    WebServer server =
        new WebServer(needs.host(), needs.port(), routes, accessFilter, Optional.of(uploads))
            .start();
    int admins = accounts.admins();
    return new Console(
        index,
        database,
        firstTokens.subList(Math.min(admins, firstTokens.size()), firstTokens.size()),
        server,
        routes);
  }

  /** What a kill left of files that were handed in is gone before others come. */
  private static Submissions submissions(Submissions submissions) {
    try {
      submissions.clear();
      return submissions;
    } catch (IOException e) {
      throw new UncheckedIOException("the inbox must be readable and writable, but isn't", e);
    }
  }

  private static AtBaseRate rates(Path models) {
    try {
      return AtBaseRate.read(models);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns every address that is served. */
  List<Route> routes() {
    return routes;
  }

  public int port() {
    return server.port();
  }

  /** Returns the path on which the first account is made, if there is none yet. */
  public Optional<String> firstAccountPath() {
    return firstAccountPaths().stream().findFirst();
  }

  /** Returns the paths on which the admins' accounts that are still missing are made, in order. */
  public List<String> firstAccountPaths() {
    return firstAccounts.stream().map(token -> "/first-account?token=" + token).toList();
  }

  @Override
  public void close() throws IOException {
    server.close();
    index.close();
    database.close();
  }
}
