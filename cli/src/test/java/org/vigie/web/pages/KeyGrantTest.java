package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.custody.KeyGrant;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.exchange.envelope.ReaderPair;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.files.failure.UserError;
import org.vigie.files.seal.KeyFile;
import org.vigie.files.seal.SealingKey;
import org.vigie.pipeline.workspace.Workspace;

/** One admin alone changes no key, not even with the whole machine's command line. */
class KeyGrantTest {
  @TempDir Path folder;
  private ServedConsole served;
  private Workspace workspace;

  @BeforeEach
  void serve() throws Exception {
    workspace = new Workspace(folder.resolve("ws"));
    served = ServedConsole.ofTwoAdmins(workspace);
    Files.writeString(workspace.config(), "disclosure: {users: 'analyst=admin'}\n");
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void needsASecondAdminsYesWhichIsGoodOnce() throws Exception {
    assertThat(refusal("rotate-seal")).contains("must be granted by a second admin");
    assertThat(refusal("rotate-seal")).as("asked for once").contains("must be granted");

    Browser admin = served.as("admin");
    assertThat(admin.get("/accounts").body()).contains("rotate-seal");
    assertThat(served.grant(admin, "/accounts/requests/1").statusCode()).isEqualTo(409);
    assertThat(refusal("rotate-seal")).contains("must be granted");
    int counted = served.counted.get();
    assertThat(served.grant(served.as("admin-2"), "/accounts/requests/1").statusCode())
        .isEqualTo(200);
    assertThat(served.counted).as("or it could be undone").hasValueGreaterThan(counted);

    assertThat(refusal("split-seal")).as("of another act").contains("must be granted");
    assertThat(grant().take("rotate-seal")).isEqualTo("admin-2");
    assertThat(refusal("rotate-seal")).as("once").contains("must be granted");
  }

  /** Under sudo everybody is root, which is no account; who typed it is. */
  @Test
  void isAskedForAndTakenByThePersonUnderSudo() throws Exception {
    Files.writeString(workspace.config(), "disclosure: {users: 'ana=admin, root=admin-2'}\n");
    Here asking = here().user("root").with("SUDO_USER", "ana");
    assertThat(refusal(asking, "rotate-seal")).contains("must be granted by a second admin");
    served.grant(served.as("admin-2"), "/accounts/requests/1");

    assertThat(refusal(here().user("root").with("SUDO_USER", "eva"), "rotate-seal"))
        .contains("must have an admin's account");
    assertThat(refusal(here().user("eva").with("SUDO_USER", "ana"), "rotate-seal"))
        .as("who is no user that people share says what they like")
        .contains("must have an admin's account");
    assertThat(new KeyGrant(workspace, asking.environment()).take("rotate-seal"))
        .isEqualTo("admin-2");
    assertThat(asking.environment().logged()).isEqualTo("ana (root)");
    assertThat(here().user("vigie").with("SUDO_USER", "ana").environment().logged())
        .isEqualTo("ana (vigie)");
    assertThat(here().user("vigie").with("SUDO_USER", "root").environment().logged())
        .as("root is nobody")
        .isEqualTo("vigie");
  }

  /**
   * Whoever can write the file of the key can put another first, as a killed rotation leaves it.
   */
  @Test
  void isNotSparedByMakingItLookAsIfARotationHadBegun() throws Exception {
    Path key = folder.resolve("seal.key");
    KeyFile.write(key, List.of(SealingKey.random(), SealingKey.random()));
    String both = Files.readString(key);
    Files.writeString(
        workspace.config(),
        "disclosure: {users: 'analyst=admin'}\nfiles: {key: 'file:../seal.key'}\n");
    Here here = here();
    here.vigie("init", "--trial", "--workspace", "ws");

    assertThat(here.vigie("keys", "rotate-seal", "--workspace", "ws")).isEqualTo(4);
    assertThat(here.err()).contains("rotate-seal must be granted by a second admin");
    assertThat(key).hasContent(both);
  }

  /** Else one admin alone would choose who gets a key of which the other only knows the name. */
  @Test
  void isGoodForThoseAloneOfWhomTheSecondAdminRead() throws Exception {
    Files.writeString(folder.resolve("some.key"), "a key");
    for (String name : List.of("ana", "ben", "eva")) {
      ReaderPair.make(
          folder.resolve(name + ".key"),
          folder.resolve(name + ".pem"),
          name,
          served.clock.instant());
    }
    assertThat(split("ana", "ben")).contains("must be granted by a second admin");
    String ben = Recipients.fingerprint(folder.resolve("ben.pem"));
    assertThat(served.as("admin-2").get("/accounts").body())
        .contains("split-some.key", "2 of: ana ", ", ben " + ben);
    served.grant(served.as("admin-2"), "/accounts/requests/1");

    assertThat(split("ana", "eva")).contains("must be granted");
    assertThat(folder.resolve("shares")).doesNotExist();
    assertThat(split("ana", "ben")).isEmpty();
    assertThat(folder.resolve("shares/ben.share.p7m")).exists();
  }

  /** Returns what was said on standard error. */
  private String split(String one, String other) {
    Here here = here();
    here.vigie("init", "--trial", "--workspace", "ws");
    here.vigie(
        "keys",
        "split",
        "--workspace",
        "ws",
        "--of",
        "some.key",
        "--to",
        "shares",
        "--holder",
        one + "=" + one + ".pem",
        "--holder",
        other + "=" + other + ".pem");
    return here.err();
  }

  @Test
  void isForAdminsAlone() throws Exception {
    Files.writeString(workspace.config(), "");
    assertThat(refusal("rotate-seal")).contains("must have an admin's account");
  }

  @Test
  void isNotSparedByMovingAwayWhatKnowsOfAdmins() throws Exception {
    here().vigie("init", "--trial", "--workspace", "ws");
    new MandateCheck(here().environment())
        .pass(workspace, Optional.empty(), AuditEvent.of("sign-in", "").in("s-1"), mandate -> {});
    Path aside = Files.move(workspace.database(), folder.resolve("aside"));
    try {
      assertThat(refusal("rotate-seal")).contains("desk.sqlite must hold accounts");
      assertThat(workspace.database()).doesNotExist();
    } finally {
      Files.move(aside, workspace.database());
    }
  }

  private KeyGrant grant() {
    return new KeyGrant(workspace, here().environment());
  }

  private Here here() {
    return Here.in(folder).at(served.clock.instant());
  }

  private String refusal(String what) {
    return refusal(here(), what);
  }

  private String refusal(Here by, String what) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
            UserError.class, () -> new KeyGrant(workspace, by.environment()).take(what))
        .getMessage();
  }
}
