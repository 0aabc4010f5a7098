package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Here;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.workspace.Workspace;

/** Who can write {@code vigie.yaml}, and is one admin or none, widens nobody's rights with it. */
class GuardedSettingsTest {
  private static final String BEFORE = "disclosure: {per-hour: 2, per-day: 300}\n";

  private static final String PROVIDER =
      """
      oidc:
        issuer: https://sign-in.example.org
        client-id: vigie
        redirect: https://vigie.example.org/sign-in/provider/answer
        roles: [{value: staff, role: admin}]
      """;

  private static final String AFTER =
      "disclosure: {per-hour: 5000, per-day: 200}\nweb: {alone: true}\n" + PROVIDER;

  @TempDir Path folder;
  private Here here;
  private Workspace workspace;
  private ServedConsole served;

  @BeforeEach
  void serveTwoAdmins() throws Exception {
    here = Here.in(folder).home(Readme.project()).onRealTime();
    workspace = ExampleWorkspace.in(folder);
    served = ServedConsole.ofTwoAdmins(workspace);
    write(BEFORE);
    assertThat(begin()).isEmpty();
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void aRaisedBudgetAProviderAndWorkingAloneWaitWhileALoweredBudgetHolds() throws Exception {
    write(AFTER);

    assertThat(inForce().custody().disclosure())
        .isEqualTo(new DisclosureSettings(2, 200, 5000, Map.of()));
    assertThat(inForce().console().provider()).isEmpty();
    assertThat(inForce().console().web().alone()).isFalse();
    assertThat(begin())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("settings changed disclosure: {\"per-hour\":2,\"per-day\":300,")
                    .contains(" -> {\"per-hour\":2,\"per-day\":200,"),
            line -> assertThat(line).startsWith("settings wait disclosure: {\"per-hour\":5000,"),
            line ->
                assertThat(line)
                    .startsWith("settings wait oidc: {\"issuer\":\"https://sign-in.example.org\",")
                    .endsWith("waits for a second admin, {} holds"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "settings wait web.alone: true waits for a second admin, false holds"));
    here.vigie("doctor");
    assertThat(here.out()).contains("WARN  two admins  disclosure: {\"per-hour\":5000");
  }

  @Test
  void oneAdminAsksAndAnotherGrantsAndThenItHolds() throws Exception {
    write(AFTER);
    serveAgain();
    Browser admin = served.as("admin");
    assertThat(admin.get("/accounts").body()).contains("Changed settings, not yet in force");
    assertThat(served.prove(admin, "/accounts/requests", Map.of("part", "disclosure")).statusCode())
        .isEqualTo(202);
    assertThat(served.prove(admin, "/accounts/requests", Map.of("part", "disclosure")).statusCode())
        .as("once")
        .isEqualTo(404);
    assertThat(served.prove(admin, "/accounts/requests", Map.of("part", "crawl")).statusCode())
        .isEqualTo(404);
    Browser second = served.as("admin-2");
    SecondPerson.isNeeded(served, admin, second, "/accounts/requests/1");
    assertThat(inForce().custody().disclosure().perHour()).isEqualTo(2);

    assertThat(served.grant(second, "/accounts/requests/1").body())
        .contains("it holds from the next start of ./vigie serve");
    assertThat(inForce().custody().disclosure())
        .isEqualTo(new DisclosureSettings(5000, 200, 5000, Map.of()));
    assertThat(inForce().console().provider()).as("of which nobody asked").isEmpty();
  }

  @Test
  void aGrantIsOfWhatWasReadAndOfNothingThatTheFileSaysLater() throws Exception {
    write(AFTER);
    serveAgain();
    served.prove(served.as("admin"), "/accounts/requests", Map.of("part", "oidc"));
    served.grant(served.as("admin-2"), "/accounts/requests/1");
    assertThat(inForce().console().provider())
        .isEqualTo(Settings.of(workspace, here.environment()).console().provider());

    write(AFTER.replace("sign-in.example.org", "elsewhere.example.org"));
    assertThat(inForce().console().provider().orElseThrow().issuer())
        .isEqualTo("https://sign-in.example.org");
    write(BEFORE);
    assertThat(inForce().console().provider()).as("a door that is shut").isEmpty();
  }

  @Test
  void workingAloneThatWasGivenUpWaitsAgain() throws Exception {
    served.close();
    Workspace ofOne = ExampleWorkspace.in(folder.resolve("of-one"));
    workspace = ofOne;
    String alone = "web: {alone: true}\ndisclosure: {per-hour: 5000, per-day: 5000}\n";
    write(alone);
    assertThat(begin()).isEmpty();
    served = ServedConsole.ofTwoAdmins(ofOne);
    assertThat(inForce().custody().disclosure().perHour()).as("as was agreed to").isEqualTo(5000);

    write("web: {alone: false}\n" + BEFORE);
    assertThat(begin())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("settings changed disclosure: "),
            line -> assertThat(line).isEqualTo("settings changed web.alone: true -> false"));

    write(alone + PROVIDER);
    assertThat(begin()).hasSize(3).allMatch(line -> line.startsWith("settings wait "));
    assertThat(inForce().console().web().alone()).isFalse();
    assertThat(inForce().console().provider()).isEmpty();
    assertThat(inForce().custody().disclosure())
        .as("what held last, not what one admin once wrote")
        .isEqualTo(new DisclosureSettings(2, 300, 5000, Map.of()));
  }

  @Test
  void theCommandLineKeepsToTheFormerBudget() throws Exception {
    write(AFTER);
    assertThat(here.vigie("search", "--limit", "20")).as(here.err()).isZero();
    List<String> adverts =
        ShownIds.in(here.out()).ids().stream().filter(id -> id.startsWith("a-")).toList();
    for (String id : adverts.subList(0, 2)) {
      assertThat(here.vigie("show", id)).as(here.err()).isZero();
    }
    assertThat(here.vigie("show", adverts.get(2))).isEqualTo(Exit.BUDGET.code());
    assertThat(here.err()).contains("may be shown 2 full adverts in an hour");
  }

  private Settings inForce() {
    return SettingsInForce.of(workspace, here.environment());
  }

  /** Returns what the log has of it. */
  private List<String> begin() {
    List<String> lines = new ArrayList<>();
    SettingsInForce.begin(
        workspace, here.environment(), event -> lines.add(event.command() + " " + event.detail()));
    return lines;
  }

  private void write(String settings) throws Exception {
    Files.writeString(workspace.config(), settings);
  }

  private void serveAgain() throws Exception {
    served.close();
    served = ServedConsole.ofTwoAdminsAgain(workspace);
  }
}
