package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.pipeline.workspace.Workspace;

/** An owner's key that is registered while a console runs that one person started alone. */
class OwnerKeyWhileServedTest {
  @TempDir Path folder;
  private Workspace workspace;
  private ServedConsole served;

  @BeforeEach
  void serve() throws Exception {
    workspace = new Workspace(folder.resolve("ws"));
    served = ServedConsole.on(workspace);
    assertThat(here().vigie("init", "--trial", "--workspace", "ws")).isZero();
    Files.writeString(
        workspace.config(), "disclosure: {users: 'analyst=admin'}\nweb: {alone: true}\n");
    SettingsInForce.begin(workspace, here().environment(), event -> {});
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void countsForThePagesFromThenOn() throws Exception {
    Browser admin = served.as("admin");
    String invitation = invite(admin, "nina").body();
    assertThat(change(admin, "reviewer-2")).as("alone").isNotEqualTo(202);
    assertThat(token()).as("alone").isEqualTo(200);

    Files.writeString(workspace.config(), "disclosure: {users: 'analyst=admin'}\n");
    Here maker = here().piped("a sentence for the key\n");
    assertThat(maker.vigie("keys", "make-owner", "--out", "owner.key")).isZero();
    Here here = here();
    assertThat(here.vigie("keys", "register-owner", "owner.key.pub", "--workspace", "ws"))
        .as(here.err())
        .isZero();

    assertThat(invite(admin, "noor").statusCode()).isEqualTo(202);
    assertThat(change(admin, "reviewer")).isEqualTo(202);
    assertThat(token()).isEqualTo(202);
    String path = Found.group(invitation, "(/invitation#[A-Za-z0-9_-]{43})");
    assertThat(served.nobody().follow(path).statusCode())
        .as("a link that nobody else agreed to")
        .isEqualTo(403);
  }

  private HttpResponse<String> invite(Browser admin, String name) throws Exception {
    admin.get("/accounts");
    return served.prove(admin, "/accounts/invitations", Map.of("name", name, "role", "analyst"));
  }

  private int change(Browser admin, String account) throws Exception {
    admin.get("/accounts");
    return served
        .prove(
            admin,
            "/accounts/" + account + "/rights",
            Map.of("role", "case-lead", "enabled", "yes"))
        .statusCode();
  }

  private int token() throws Exception {
    Browser analyst = served.as("analyst");
    analyst.get("/tokens");
    served.clock.pass(Duration.ofMinutes(2));
    return analyst
        .post(
            "/tokens",
            Map.of(
                "title",
                "notebook",
                "purpose",
                "figures for the unit",
                "scope",
                "adverts",
                "days",
                "7",
                "password",
                ServedConsole.PASSWORD,
                "code",
                served.codeNow()))
        .statusCode();
  }

  private Here here() {
    return Here.in(folder).home(Readme.project()).at(served.clock.instant());
  }
}
