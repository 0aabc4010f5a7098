package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.Role;
import org.vigie.pipeline.workspace.Workspace;

/** One admin, whose key is kept offline, and who is granted nothing without it. */
class OwnerKeyTest {
  private static final String PASSPHRASE = "a sentence for the key\n";

  @TempDir Path folder;
  private Workspace workspace;
  private ServedConsole served;
  private Browser admin;

  @BeforeEach
  void serve() throws Exception {
    workspace = new Workspace(folder.resolve("ws"));
    served = ServedConsole.ofOneAdmin(workspace);
    assertThat(here().vigie("init", "--trial", "--workspace", "ws")).isZero();
    Files.writeString(workspace.config(), "disclosure: {users: 'analyst=admin'}\n");
    make("owner.key");
    Here here = here();
    assertThat(here.vigie("keys", "register-owner", "owner.key.pub", "--workspace", "ws"))
        .as(here.err())
        .isZero();
    admin = served.as("admin");
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void grantsWhatItSignedOnceAndTheLogSaysSo() throws Exception {
    askFor("analyst", "case-lead");
    askFor("reviewer", "case-lead");
    assertThat(served.grant(admin, "/accounts/requests/1").statusCode())
        .as("without the key")
        .isEqualTo(409);
    String code = sign(line(1), "owner.key");

    HttpResponse<String> other = grant(2, code);
    assertThat(other.statusCode()).as("another request").isEqualTo(403);
    assertThat(other.body()).contains("no signature of this request");
    assertThat(grantWithoutProof(1, code).statusCode()).isEqualTo(403);
    assertThat(roles("analyst")).containsExactly(Role.ANALYST);
    served.events.clear();
    assertThat(grant(1, code).statusCode()).isEqualTo(200);
    assertThat(roles("analyst")).containsExactly(Role.CASE_LEAD);
    assertThat(served.events)
        .filteredOn(event -> event.command().equals("owner key"))
        .singleElement()
        .satisfies(
            event -> assertThat(event.detail()).startsWith("granted id=1 kind=CHANGE key=sha256:"));
    assertThat(grant(1, code).statusCode()).as("again").isEqualTo(409);
    assertThat(roles("reviewer")).containsExactly(Role.REVIEWER);
  }

  @Test
  void declinesWhatItSignedAndTheLogSaysSo() throws Exception {
    askFor("analyst", "case-lead");
    String code = sign(line(1), "owner.key");
    served.events.clear();
    admin.post("/accounts/requests/1", Map.of("decision", "decline", "owner-code", code));
    assertThat(served.events)
        .filteredOn(event -> event.command().equals("owner key"))
        .singleElement()
        .satisfies(event ->
            assertThat(event.detail()).startsWith("declined id=1 kind=CHANGE key=sha256:"));
    assertThat(grant(1, code).statusCode()).isEqualTo(409);
    assertThat(roles("analyst")).containsExactly(Role.ANALYST);
  }

  @Test
  void invitesSomebodyWithTheOwnersYes() throws Exception {
    admin.get("/accounts");
    assertThat(
            served
                .prove(admin, "/accounts/invitations", Map.of("name", "nina", "role", "analyst"))
                .statusCode())
        .isEqualTo(202);
    assertThat(grant(1, sign(line(1), "owner.key")).body()).contains("<code>");
    assertThat(admin.post("/accounts/requests/1/link", Map.of()).body()).contains("/invitation#");
  }

  @Test
  void isFollowedByAnotherKeyOnlyWithItsOwnYes() throws Exception {
    make("thief.key");
    Here thief = here();
    String[] words = {"keys", "register-owner", "thief.key.pub", "--workspace", "ws"};
    assertThat(thief.vigie(words)).isEqualTo(4);
    assertThat(thief.err()).contains("register-owner must be granted");
    assertThat(grant(1, sign(line(1), "thief.key")).statusCode()).isEqualTo(403);
    assertThat(grant(1, sign(line(1), "owner.key")).statusCode()).isEqualTo(200);
    assertThat(thief.vigie(words)).as(thief.err()).isZero();
    askFor("analyst", "case-lead");
    assertThat(grant(2, sign(line(2), "owner.key")).statusCode()).as("the former").isEqualTo(403);
    assertThat(grant(2, sign(line(2), "thief.key")).statusCode()).isEqualTo(200);
  }

  /** Or whoever writes the settings would be rid of the key. */
  @Test
  void isNotPassedByWorkingAloneNorByALargerBudget() throws Exception {
    Files.writeString(
        workspace.config(),
        "disclosure: {users: 'analyst=admin', per-day: 100000}\nweb: {alone: true}\n");
    assertThat(SettingsInForce.waitingIn(workspace, here().environment()))
        .extracting(SettingsInForce.Waiting::line)
        .anyMatch(line -> line.startsWith("web.alone: true waits"))
        .hasSize(2);
  }

  @Test
  void isRefusedWhereSomebodyWorksAlone(@TempDir Path other) throws Exception {
    Here here = Here.in(other).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial", "--workspace", "ws")).isZero();
    Files.writeString(other.resolve("ws/vigie.yaml"), "web: {alone: true}\n");
    Files.copy(folder.resolve("owner.key.pub"), other.resolve("owner.key.pub"));
    assertThat(here.vigie("keys", "register-owner", "owner.key.pub", "--workspace", "ws"))
        .isEqualTo(4);
    assertThat(here.err()).contains("web.alone must not be true");
  }

  private Here here() {
    return Here.in(folder).home(Readme.project()).at(served.clock.instant());
  }

  private void make(String name) {
    Here here = here().piped(PASSPHRASE);
    assertThat(here.vigie("keys", "make-owner", "--out", name)).as(here.err()).isZero();
  }

  private String sign(String line, String key) {
    Here here = here().piped(PASSPHRASE);
    assertThat(here.vigie("keys", "sign-owner", line, "--key", key)).as(here.err()).isZero();
    return here.out().strip();
  }

  private void askFor(String account, String role) throws Exception {
    admin.get("/accounts");
    Map<String, String> form = Map.of("role", role, "enabled", "yes");
    assertThat(served.prove(admin, "/accounts/" + account + "/rights", form).statusCode())
        .isEqualTo(202);
  }

  /** Returns the line that the page shows for a request. */
  private String line(long id) throws Exception {
    return Found.group(
        admin.get("/accounts").body(),
        "<code>([A-Za-z0-9_-]+)</code></p><form class=\"deed\" method=\"post\" action=\"/accounts/requests/"
            + id
            + "\"");
  }

  private HttpResponse<String> grant(long id, String code) throws Exception {
    return served.prove(
        admin, "/accounts/requests/" + id, Map.of("decision", "grant", "owner-code", code));
  }

  private HttpResponse<String> grantWithoutProof(long id, String code) throws Exception {
    return admin.post("/accounts/requests/" + id, Map.of("decision", "grant", "owner-code", code));
  }

  private List<Role> roles(String account) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Console.SCHEMA)) {
      return List.copyOf(
          new Accounts(database, Clock.systemUTC()).find(account).orElseThrow().roles());
    }
  }
}
