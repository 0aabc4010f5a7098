package org.vigie.cli.command.workspace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.casework.Cases;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.Subject;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.environment.Environment.Terminals;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;

/** An agency of a demo: a workspace in a folder of its own, in which commands are typed. */
public final class DemoAgency {
  private static final String WORKSPACE = "vigie-workspace";

  /** Stands for the second person, who in earnest has an account, a password and a code. */
  private static final String REVIEWER = "demo-reviewer";

  private final String name;
  private final String desk;
  private final Path home;
  private final Environment around;
  private final Typing typing;
  private String fingerprint = "";

  /** What carries out a command, as the program does. */
  @FunctionalInterface
  public interface Typing {
    int type(Environment environment, String... words);
  }

  /**
   * @param desk whom partners are to call
   * @param home its folder, which is made
   */
  DemoAgency(String name, String desk, Path home, Environment around, Typing typing)
      throws IOException {
    this.name = name;
    this.desk = desk;
    this.home = Files.createDirectories(home);
    this.around = around;
    this.typing = typing;
  }

  String name() {
    return name;
  }

  Path file(String word) {
    return home.resolve(word);
  }

  Workspace workspace() {
    return new Workspace(home.resolve(WORKSPACE));
  }

  /**
   * Carries out a command here and returns what it printed.
   *
   * @throws IllegalStateException if it fails: a demo brings all that its commands need
   */
  String type(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment here =
        new Environment(
            around.home(),
            home,
            Map.of(),
            around.user(),
            around.clock(),
            new Environment.Streams(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Terminals(false, false, false)));
    int exit = typing.type(here, words);
    if (exit != 0) {
      throw new IllegalStateException(
          "%s's ./vigie %s must end with 0, but ended with %d: %s"
              .formatted(name, words[0], exit, err.toString(StandardCharsets.UTF_8).strip()));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Types a command and returns the first thing of a form that it printed. */
  String find(String form, String... words) {
    String printed = type(words);
    Matcher found = Pattern.compile(form).matcher(printed);
    if (!found.find()) {
      throw new IllegalStateException(
          "%s's ./vigie %s must print %s, but doesn't".formatted(name, words[0], form));
    }
    return found.group(found.groupCount());
  }

  /** Makes the keys that sign and open what goes between agencies. */
  void makeKeys() {
    fingerprint = find("Fingerprint: ([0-9a-f]{64})", "evidence", "key");
    type("request", "key", "--name", name);
  }

  /** Writes down a partner, whose fingerprint somebody said by telephone. */
  void knows(DemoAgency partner) throws IOException {
    Files.writeString(
        workspace().root().resolve(DeconflictFile.NAME),
        """
        desk: '%s'
        partners:
          - name: %s
            fingerprint: %s
        """
            .formatted(desk, partner.name, partner.fingerprint));
  }

  /** Grants what a command asked for, in the place of a second person. */
  String grant(String number) throws IOException {
    try (CaseDatabase database = CaseDatabase.open(workspace().database(), ExportRequests.SCHEMA);
        AdvertIndex index = AdvertIndex.open(workspace().index())) {
      ExportRequests requests = new ExportRequests(database, around.clock());
      ExportRequest asked = requests.find(Long.parseLong(number)).orElseThrow();
      requests.grant(REVIEWER, asked.id(), "", index.advertIds(asked.query()));
    }
    return number;
  }

  /** Opens a case about something, and returns its id. */
  String open(String title, Subject subject) {
    String account =
        Settings.of(workspace(), around).custody().disclosure().accountOf(around.user());
    try (CaseDatabase database = CaseDatabase.open(workspace().database(), Cases.SCHEMA)) {
      Cases cases = new Cases(database, around.clock());
      String id = cases.open(account, title);
      cases.find(account, id).ifPresent(known -> cases.put(known, account, subject, ""));
      return id;
    }
  }
}
