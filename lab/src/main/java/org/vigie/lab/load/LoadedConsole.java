package org.vigie.lab.load;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.config.EvidenceSettings;
import org.vigie.casework.config.PictureSettings;
import org.vigie.casework.config.RetentionSettings;
import org.vigie.casework.config.WebSettings;
import org.vigie.casework.guarded.GuardedPart;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.mandate.AuditLog;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.SyntheticMandate;
import org.vigie.casework.meaning.Translations;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.OneTimeCode;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.files.seal.SealingKey;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.Console;
import org.vigie.web.pages.ConsoleDependencies;

/** A console with its default settings over an index of invented adverts, on a clock of its own. */
public final class LoadedConsole implements AutoCloseable {
  /** What every account has; invented. */
  public static final String PASSWORD = "a sentence for measuring";

  /** As many adverts, from each multiple of it on, stand in at most one cluster. */
  public static final int CLUSTER = InventedIndex.CLUSTER;

  /** What its file of settings says and a second admin has to grant: that one works alone. */
  public static final SettingsInForce.Waiting WAITING =
      new SettingsInForce.Waiting(GuardedPart.ALONE, "false", "true");

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final SecureRandom random = new SecureRandom();
  private final OneTimeCode code = OneTimeCode.random(random);
  private final LaterClock clock = new LaterClock();
  private final Workspace workspace;
  private final Optional<SealingKey> key;
  private final AuditTrail trail;
  private final Console console;

  private LoadedConsole(Workspace workspace, Optional<SealingKey> key) throws IOException {
    this.workspace = workspace;
    this.key = key;
    AuditSeal seal =
        new AuditSeal(
            workspace.audit().resolve("key.pem"), workspace.audit().resolve("heads.jsonl"));
    this.trail =
        new AuditTrail(workspace.audit().resolve("audit.jsonl"), seal.heads(), seal.publicKey());
    this.console = Console.start(workspace, dependencies(seal));
  }

  /** Starts one over so many adverts. */
  public static LoadedConsole start(Workspace workspace, int adverts) throws IOException {
    fill(workspace, adverts);
    return over(workspace, Optional.empty());
  }

  /**
   * Starts one over what a workspace holds.
   *
   * @param key what seals case files and secrets of accounts
   */
  public static LoadedConsole over(Workspace workspace, Optional<SealingKey> key)
      throws IOException {
    return new LoadedConsole(workspace, key);
  }

  /** Makes the index of a workspace of so many adverts. */
  public static void fill(Workspace workspace, int adverts) throws IOException {
    try (InventedIndex index = new InventedIndex(workspace, 1)) {
      index.add(adverts);
      index.commit();
    }
  }

  /** Returns the id of an advert by its number, from 0 on. */
  public static String advert(int number) {
    return InventedIndex.advertId(number);
  }

  /** Returns a word that adverts hold. */
  public static String word(int number) {
    return InventedIndex.NAMED.get(number % InventedIndex.NAMED.size());
  }

  public int port() {
    return console.port();
  }

  public Workspace workspace() {
    return workspace;
  }

  public AuditTrail trail() {
    return trail;
  }

  /** Returns what time it is for everybody. */
  public Clock clock() {
    return clock;
  }

  /** Lets time pass for everybody. */
  public void pass(Duration time) {
    clock.pass(time);
  }

  /** Returns the code of an account's authenticator now. */
  public String code() {
    return code.at(clock.instant());
  }

  /** Returns the secret of everybody's authenticator, as an app takes it. */
  public String secret() {
    return code.secret();
  }

  /** Makes an account. */
  public void add(String name, Role role, Role... others) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Console.SCHEMA)) {
      new Accounts(database, clock, key).add(name, EnumSet.of(role, others), PASSWORD, code);
    }
  }

  /** Returns the browser of somebody who has signed in. */
  public ConsoleVisitor signedIn(String name) throws IOException, InterruptedException {
    ConsoleVisitor visitor = nobody();
    visitor.signIn(name, PASSWORD, code());
    return visitor;
  }

  /** Returns the browser of somebody who has not. */
  public ConsoleVisitor nobody() {
    return new ConsoleVisitor("http://127.0.0.1:" + port());
  }

  /** Returns the paths on which the admins' accounts that are missing at its start are made. */
  public List<String> firstAccountPaths() {
    return console.firstAccountPaths();
  }

  /** Returns a program that reads adverts in the name of an account. */
  public ConsoleProgram program(String account) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Console.SCHEMA)) {
      String token =
          new ApiTokens(database, random, clock)
              .make(
                  account,
                  "program",
                  EnumSet.of(Scope.ADVERTS),
                  "putting promises to the test",
                  Duration.ofDays(7));
      return new ConsoleProgram("http://127.0.0.1:" + port(), token);
    }
  }

  private ConsoleDependencies dependencies(AuditSeal seal) {
    Mandate mandate = SyntheticMandate.forTrial("custody", clock.instant());
    AuditLog log = new AuditLog(trail.log(), seal);
    return new ConsoleDependencies(
        new ConsoleDependencies.Address("127.0.0.1", 0),
        new ConsoleDependencies.Limits(TIMEOUT, Integer.MAX_VALUE, 1),
        new ConsoleDependencies.Rules(
            RetentionSettings.defaults(),
            DisclosureSettings.defaults(),
            WebSettings.defaults(),
            EvidenceSettings.defaults(),
            PictureSettings.defaults(),
            "",
            List.of(WAITING),
            () -> mandate),
        new ConsoleDependencies.Models(
            workspace.models(), ApprovedModels.of(workspace), Translations.none()),
        new ConsoleDependencies.Log(
            (account, event) -> log.append(clock.instant(), account, event, mandate), trail, seal),
        new ConsoleDependencies.Secrets(random, key),
        Optional.empty(),
        clock);
  }

  @Override
  public void close() throws IOException {
    console.close();
  }
}
