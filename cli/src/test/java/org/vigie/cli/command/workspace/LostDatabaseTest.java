package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.pipeline.workspace.Workspace;

/** A workspace without the case database that its audit log knows of. */
class LostDatabaseTest {
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2099-01-01T00:00:00Z"));

  @TempDir Path folder;
  private Workspace workspace = new Workspace(Path.of(""));
  private Here here = Here.in(Path.of(""));

  @BeforeEach
  void makeWorkspace() throws Exception {
    workspace = ExampleWorkspace.in(folder);
    here = Here.in(folder).home(Readme.project()).onRealTime();
  }

  @Test
  void isNotMadeAnewInSilence() throws Exception {
    log(AuditEvent.of("sign-in", "Å").in("s-1"));
    signIn("analyst", "eva");
    Files.deleteIfExists(workspace.database());

    for (String[] command :
        new String[][] {
          {"search", "work"}, {"run"}, {"serve", "--port", "0"}, {"request", "show"}
        }) {
      assertThat(here.vigie(command)).as(command[0]).isEqualTo(4);
      assertThat(here.err())
          .contains("desk.sqlite must hold accounts", "./vigie restore", "accept-database");
      assertThat(workspace.database()).doesNotExist();
    }
    assertThat(here.vigie("check")).isEqualTo(8);
    assertThat(here.out())
        .contains("the audit log knows of one", "console/desk.sqlite of a backup");

    String[] accept = {"audit", "accept-database", "--why", "the disk broke"};
    for (int i = 0; i < 2; i++) {
      assertThat(here.vigie(accept)).as("one person, however often").isEqualTo(4);
      assertThat(here.err()).contains("must be accepted by a second person");
    }
    assertThat(here.vigie("search", "work")).isEqualTo(4);
    here.user("root").with("SUDO_USER", "analyst");
    assertThat(here.vigie(accept)).as("the same person, as root").isEqualTo(4);

    here.with("SUDO_USER", "bob");
    assertThat(here.vigie(accept)).as("who has no account").isEqualTo(4);
    assertThat(here.err()).contains("must have an account that once signed in");

    here.with("SUDO_USER", "eva");
    assertThat(here.vigie(accept)).as(here.err()).isZero();
    assertThat(here.vigie("search", "work")).as(here.err()).isZero();
    assertThat(Files.readString(workspace.audit().resolve("audit.jsonl")))
        .contains("\"user\":\"eva (root)\",\"command\":\"audit accept-database\"", "with=analyst");
  }

  /** As the service is installed, all of them type it as its user. */
  @Test
  void isAcceptedByTwoPeopleWhoAreTheServicesUserUnderSudo() throws Exception {
    signIn("ana", "eva", "eve");
    Files.deleteIfExists(workspace.database());
    String[] accept = {"audit", "accept-database", "--why", "the disk broke"};

    here.user("vigie").with("SUDO_USER", "ana");
    assertThat(here.vigie(accept)).as("the first").isEqualTo(4);
    for (String[] one : new String[][] {{"vigie", "ana"}, {"ana", "eva"}}) {
      here.user(one[0]).with("SUDO_USER", one[1]);
      assertThat(here.vigie(accept)).as("%s as %s may be ana", one[1], one[0]).isEqualTo(4);
    }

    here.user("vigie").with("SUDO_USER", "eve");
    assertThat(here.vigie(accept)).as(here.err()).isZero();
    assertThat(Files.readString(workspace.audit().resolve("audit.jsonl")))
        .contains("\"user\":\"eve (vigie)\",\"command\":\"audit accept-database\"", "with=");
  }

  @Test
  void isAcceptedByOnePersonWhoWorksAloneAsTheLogSays() throws Exception {
    log(AuditEvent.of("sign-in", "").in("s-1"));
    log(AuditEvent.of("serve", "alone"));
    Files.deleteIfExists(workspace.database());

    assertThat(here.vigie("audit", "accept-database", "--why", "the disk broke"))
        .as(here.err())
        .isZero();
    assertThat(here.out()).contains("nobody else was asked");
  }

  /** A unit of one may have said so in the settings since; one of two may not. */
  @Test
  void isAcceptedByOnePersonWhoWorksAloneByTheSettingsWhereNoOtherEverSignedIn() throws Exception {
    String[] accept = {"audit", "accept-database", "--why", "the disk broke"};
    signIn("analyst", "eva");
    log(AuditEvent.of("serve", ""));
    Files.deleteIfExists(workspace.database());
    Files.writeString(workspace.config(), "web: {alone: true}\n");
    assertThat(here.vigie(accept)).as("one of two").isEqualTo(4);

    Files.delete(workspace.audit().resolve("audit.jsonl"));
    Files.delete(workspace.audit().resolve("heads.jsonl"));
    signIn("analyst");
    log(AuditEvent.of("serve", ""));
    assertThat(here.vigie("search", "work")).isEqualTo(4);
    assertThat(here.vigie(accept)).as(here.err()).isZero();
    assertThat(Files.readString(workspace.audit().resolve("audit.jsonl"))).contains("with=alone");
  }

  /** Whoever can't sign lines can't make it look as if one person had worked alone. */
  @Test
  void isAcceptedByNobodyAloneForALineThatTheKeyDidNotSign() throws Exception {
    log(AuditEvent.of("sign-in", "").in("s-1"));
    signIn("analyst");
    log(AuditEvent.of("serve", ""));
    Path log = workspace.audit().resolve("audit.jsonl");
    String alone =
        Files.readAllLines(log).getLast().replace("\"detail\":\"\"", "\"detail\":\"alone\"");
    assertThat(alone).contains("alone");
    Files.writeString(log, Files.readString(log) + alone + "\n");
    Files.deleteIfExists(workspace.database());

    assertThat(here.vigie("audit", "accept-database", "--why", "the disk broke")).isEqualTo(4);
    assertThat(here.err()).contains("must be accepted by a second person");
  }

  @Test
  void isMadeWhereNobodyEverNeededOne() throws Exception {
    log(AuditEvent.of("search", "\",\"session\":\"s-1\""));
    Files.deleteIfExists(workspace.database());

    assertThat(here.vigie("search", "work")).as(here.err()).isZero();
  }

  @Test
  void isKnownByARestrictionOfTheCommandLineAlone() throws Exception {
    String advert = advert();
    assertThat(here.vigie("restrict", advert, "--why", "file 7/26")).as(here.err()).isZero();
    Files.delete(workspace.database());

    for (String[] command : new String[][] {{"search", "work"}, {"cluster", "submit"}}) {
      assertThat(here.vigie(command)).as(command[0]).isEqualTo(4);
      assertThat(here.err()).contains("desk.sqlite must hold accounts");
      assertThat(workspace.database()).doesNotExist();
    }
  }

  @Test
  void isNotKnownByARestrictionThatCameToNothing() throws Exception {
    String none = "a-0123456789abcdef0123";
    assertThat(here.vigie("restrict", none, "--why", " on the ground of a test")).isNotZero();
    assertThat(here.vigie("restrict")).isZero();
    Files.delete(workspace.database());

    assertThat(here.vigie("search", "work")).as(here.err()).isZero();
  }

  private String advert() throws Exception {
    assertThat(here.vigie("search", "work", "--json")).as(here.err()).isZero();
    Matcher first = Pattern.compile("a-[0-9a-f]{20}").matcher(here.out());
    assertThat(first.find()).as(here.out()).isTrue();
    return first.group();
  }

  private void log(AuditEvent event) {
    new MandateCheck(here.environment())
        .auditLog(workspace)
        .append(Instant.now(), "ana \"of\" the unit", event, MANDATE);
  }

  private void signIn(String... accounts) {
    for (String account : accounts) {
      new MandateCheck(here.environment())
          .auditLog(workspace)
          .append(Instant.now(), account, AuditEvent.of("sign-in", "").in("s-1"), MANDATE);
    }
  }
}
