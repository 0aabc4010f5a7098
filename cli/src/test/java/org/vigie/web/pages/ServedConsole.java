package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.advert.Mandate;
import org.vigie.casework.Readme;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.config.EvidenceSettings;
import org.vigie.casework.config.RetentionSettings;
import org.vigie.casework.config.Settings;
import org.vigie.casework.config.WebSettings;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.meaning.Translations;
import org.vigie.casework.meaning.Translators;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.casework.oidc.Provider;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.MovingClock;
import org.vigie.casework.people.OneTimeCode;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.casework.people.TestAccounts;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.files.seal.SealingKey;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.shard.ShardWriter;
import org.vigie.web.AccessFilter;

/**
 * A console for a test, with one account for each role alone, named after it, and a second analyst,
 * case lead and reviewer, whose names end in {@code -2}.
 */
public final class ServedConsole implements AutoCloseable {
  public static final String PASSWORD = "a sentence of some length";

  /** Under which browsers reach it, as the settings say. */
  static final String HOST = "vigie.example.org";

  static final OneTimeCode CODE = OneTimeCode.random(new SecureRandom());

  private static final Path MODELS = Readme.project().resolve("models");

  private static final SharedFixture DEMO = new SharedFixture(ServedConsole::showDemo);

  private static final Mandate MANDATE =
      new Mandate(
          "Example unit",
          "Example Act, s. 1",
          "operation example",
          "example/1",
          "A. Officer",
          Instant.parse("2027-01-01T00:00:00Z"));

  /** Tests ask faster than people do. */
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /** When a test begins, unless it says otherwise. */
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  public final MovingClock clock;
  public final List<String> traces = new CopyOnWriteArrayList<>();

  /** How often the console asked for what was done to be counted. */
  public final AtomicInteger counted = new AtomicInteger();

  /** All that stands in the traces, and the rest of what is known of it. */
  public final List<AuditEvent> events = new CopyOnWriteArrayList<>();

  /** Under which files are handed in. */
  public volatile Mandate mandate = MANDATE;

  public final Workspace workspace;
  final Console console;

  private ServedConsole(
      Workspace workspace,
      Optional<Provider> provider,
      int pagesAMinute,
      Path models,
      MovingClock clock) {
    this(
        workspace,
        provider,
        pagesAMinute,
        models,
        clock,
        true,
        true,
        DisclosureSettings.defaults());
  }

  private ServedConsole(
      Workspace workspace,
      Optional<Provider> provider,
      int pagesAMinute,
      Path models,
      MovingClock clock,
      boolean hasAccounts,
      boolean alone,
      DisclosureSettings disclosure) {
    this(
        workspace,
        provider,
        pagesAMinute,
        models,
        clock,
        hasAccounts,
        alone,
        disclosure,
        Optional.empty());
  }

  private ServedConsole(
      Workspace workspace,
      Optional<Provider> provider,
      int pagesAMinute,
      Path models,
      MovingClock clock,
      boolean hasAccounts,
      boolean alone,
      DisclosureSettings disclosure,
      Optional<SealingKey> key) {
    this.workspace = workspace;
    this.clock = clock;
    if (hasAccounts) {
      addAccounts(workspace, clock, alone ? List.of() : List.of("admin-2"));
    }
    this.console =
        Console.start(
            workspace,
            new ConsoleDependencies(
                new ConsoleDependencies.Address("127.0.0.1", 0),
                new ConsoleDependencies.Limits(Duration.ofSeconds(5), pagesAMinute, 20),
                new ConsoleDependencies.Rules(
                    RetentionSettings.defaults(),
                    disclosure,
                    new WebSettings(
                        alone,
                        List.of("127.0.0.1"),
                        List.of(HOST),
                        Duration.ofDays(14),
                        Optional.empty()),
                    EvidenceSettings.defaults(),
                    Settings.of(workspace, workspace.root()).reading().pictures(),
                    Settings.of(workspace, workspace.root()).custody().files().scanner(),
                    SettingsInForce.waitingIn(workspace, Here.in(workspace.root()).environment()),
                    () -> mandate),
                new ConsoleDependencies.Models(
                    models, ApprovedModels.of(workspace), translations(workspace)),
                log(),
                new ConsoleDependencies.Secrets(new SecureRandom(), key),
                provider,
                clock));
  }

  private ConsoleDependencies.Log log() {
    Path heads = workspace.audit().resolve("heads.jsonl");
    return new ConsoleDependencies.Log(
        new AccessFilter.Traces() {
          @Override
          public void log(String account, AuditEvent event) {
            note(account, event);
          }

          @Override
          public void count() {
            counted.incrementAndGet();
          }
        },
        new AuditTrail(
            workspace.audit().resolve("audit.jsonl"),
            heads,
            workspace.audit().resolve("key.pem.pub")),
        new AuditSeal(workspace.audit().resolve("key.pem"), heads));
  }

  /** Where a test writes settings, they say who translates. */
  private static Translations translations(Workspace workspace) {
    try {
      return Translators.of(workspace, Settings.of(workspace, workspace.root()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void note(String account, AuditEvent event) {
    events.add(event);
    traces.add(account + " " + event.command() + " " + event.detail());
  }

  private static void addAccounts(Workspace workspace, MovingClock clock, List<String> admins) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Console.SCHEMA)) {
      TestAccounts accounts = new TestAccounts(database, clock, PASSWORD);
      for (Role role : Role.values()) {
        accounts.add(role.label(), EnumSet.of(role), CODE);
      }
      for (Role role : List.of(Role.ANALYST, Role.CASE_LEAD, Role.REVIEWER)) {
        accounts.add(role.label() + "-2", EnumSet.of(role), CODE);
      }
      for (String admin : admins) {
        accounts.add(admin, EnumSet.of(Role.ADMIN), CODE);
      }
    }
  }

  /** Serves the example adverts. */
  public static ServedConsole ofExamples(Path folder) throws Exception {
    return on(ExampleWorkspace.in(folder));
  }

  /** Serves what a test writes into an index of one shard. */
  public static ServedConsole ofIndex(Path folder, Writing writing) throws Exception {
    Workspace workspace = new Workspace(folder);
    try (ShardWriter shard =
        ShardWriter.open(Workspace.shard(workspace.index(), 0), OptionalLong.empty())) {
      writing.into(shard);
      shard.commit(1);
    }
    return on(workspace);
  }

  /** Writes what is to be shown. */
  @FunctionalInterface
  public interface Writing {
    void into(ShardWriter shard) throws Exception;
  }

  /** Shows the demo, and serves a console on its workspace. */
  static ServedConsole onDemo(Path folder) throws Exception {
    DEMO.copyTo(folder);
    return on(new Workspace(folder.resolve("vigie-demo")));
  }

  /** The same, where one person is shown so many full adverts. */
  static ServedConsole onDemo(Path folder, DisclosureSettings disclosure) throws Exception {
    DEMO.copyTo(folder);
    return on(new Workspace(folder.resolve("vigie-demo")), disclosure);
  }

  private static void showDemo(Path folder) {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("demo", "--quiet")).as(here.err()).isZero();
  }

  public static ServedConsole on(Workspace workspace) {
    return new ServedConsole(workspace, Optional.empty(), NO_LIMIT, MODELS, new MovingClock(START));
  }

  /** Serves a console that shows one person so many full adverts. */
  public static ServedConsole on(Workspace workspace, DisclosureSettings disclosure) {
    return served(workspace, true, true, disclosure);
  }

  /** Serves a console that is started for the first time, so that nobody has an account. */
  static ServedConsole withoutAccounts(Workspace workspace) {
    return withoutAccounts(workspace, true);
  }

  /** Serves one, run by one person alone or by two admins. */
  static ServedConsole withoutAccounts(Workspace workspace, boolean alone) {
    return served(workspace, false, alone, DisclosureSettings.defaults());
  }

  /** Serves a console of two admins, {@code admin} and {@code admin-2}. */
  static ServedConsole ofTwoAdmins(Workspace workspace) {
    return served(workspace, true, false, DisclosureSettings.defaults());
  }

  /** Serves a console of one admin, who doesn't work alone. */
  static ServedConsole ofOneAdmin(Workspace workspace) {
    addAccounts(workspace, new MovingClock(START), List.of());
    return served(workspace, false, false, DisclosureSettings.defaults());
  }

  private static ServedConsole served(
      Workspace workspace, boolean hasAccounts, boolean alone, DisclosureSettings disclosure) {
    return new ServedConsole(
        workspace,
        Optional.empty(),
        NO_LIMIT,
        MODELS,
        new MovingClock(START),
        hasAccounts,
        alone,
        disclosure);
  }

  /** Serves a console into which people may also sign in with a provider. */
  public static ServedConsole on(Workspace workspace, Provider provider) {
    return new ServedConsole(
        workspace, Optional.of(provider), NO_LIMIT, MODELS, new MovingClock(START));
  }

  /** Serves such a console by a clock that the provider goes by too. */
  static ServedConsole on(Workspace workspace, Provider provider, MovingClock clock) {
    return new ServedConsole(workspace, Optional.of(provider), NO_LIMIT, MODELS, clock);
  }

  /** Serves a console with models that a test may exchange. */
  public static ServedConsole on(Workspace workspace, Path models) {
    return new ServedConsole(workspace, Optional.empty(), NO_LIMIT, models, new MovingClock(START));
  }

  /** Serves a console that lets each person ask for so many pages in a minute. */
  public static ServedConsole on(Workspace workspace, int pagesAMinute) {
    return new ServedConsole(
        workspace, Optional.empty(), pagesAMinute, MODELS, new MovingClock(START));
  }

  /** Serves a console of two admins again, whose accounts are there. */
  static ServedConsole ofTwoAdminsAgain(Workspace workspace) {
    return served(workspace, false, false, DisclosureSettings.defaults());
  }

  /** Serves a console again, whose accounts are there, with the key that seals them. */
  public static ServedConsole again(Workspace workspace, Optional<SealingKey> key) {
    return new ServedConsole(
        workspace,
        Optional.empty(),
        NO_LIMIT,
        MODELS,
        new MovingClock(START.plus(Duration.ofHours(1))),
        false,
        true,
        DisclosureSettings.defaults(),
        key);
  }

  public Browser nobody() {
    return new Browser(console.port());
  }

  /** Returns the browser of somebody who has signed in, but hasn't said why. */
  public Browser signedIn(String name) throws Exception {
    return signedIn(name, PASSWORD, CODE);
  }

  public Browser signedIn(String name, String password, OneTimeCode code) throws Exception {
    // A code counts once.
    clock.pass(Duration.ofMinutes(2));
    Browser browser = nobody();
    browser.post(
        "/sign-in", Map.of("name", name, "password", password, "code", code.at(clock.instant())));
    browser.get("/reason");
    return browser;
  }

  /** Returns a token of an account, made without asking it. */
  public String token(String account, Set<Scope> scopes) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Console.SCHEMA)) {
      return new ApiTokens(database, new SecureRandom(), clock)
          .make(account, "test", scopes, "operation example", Duration.ofDays(7));
    }
  }

  /** Returns the authenticator that everybody has at first. */
  public static OneTimeCode shownToAll() {
    return CODE;
  }

  /** Returns the code that everybody's app shows now. */
  public String codeNow() {
    return CODE.at(clock.instant());
  }

  /** Grants what somebody asked for, with password and a code that wasn't used yet. */
  public HttpResponse<String> grant(Browser browser, String path) throws Exception {
    return prove(browser, path, Map.of("decision", "grant"));
  }

  /** Sends a form with password and a code that wasn't used yet. */
  public HttpResponse<String> prove(Browser browser, String path, Map<String, String> form)
      throws Exception {
    clock.pass(Duration.ofMinutes(2));
    Map<String, String> whole = new HashMap<>(form);
    whole.put("password", PASSWORD);
    whole.put("code", codeNow());
    return browser.post(path, whole);
  }

  /** Says that somebody looks into a case for its own sake. */
  public void because(Browser browser, String id) throws Exception {
    browser.get("/reason");
    browser.post("/reason", Map.of("case", id, "reason", "", "next", "/reason"));
  }

  /** Returns the browser of somebody who has signed in and said why. */
  public Browser as(String name) throws Exception {
    Browser browser = signedIn(name);
    browser.post("/reason", Map.of("reason", "operation example", "next", "/reason"));
    return browser;
  }

  @Override
  public void close() throws Exception {
    console.close();
  }
}
