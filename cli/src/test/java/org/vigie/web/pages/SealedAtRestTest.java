package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Here;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.OneTimeCode;
import org.vigie.casework.people.SealedSecrets;
import org.vigie.files.failure.UserError;
import org.vigie.files.seal.KeySource;
import org.vigie.files.seal.SealingKey;
import org.vigie.pipeline.workspace.Workspace;

/** What a thief of the workspace, who hasn't the key, reads of case files and accounts: nothing. */
class SealedAtRestTest {
  private static final String EARLY = "what a witness said at first";
  private static final String LATE = "what a witness said later";

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));
  private Workspace workspace = new Workspace(Path.of(""));

  @BeforeEach
  void begin() throws Exception {
    here = Here.in(folder);
    here.vigie("init", "--trial");
    workspace = new Workspace(folder.resolve("vigie-workspace"));
    try (ServedConsole served = ServedConsole.on(workspace)) {
      Browser lead = served.as("case-lead");
      String file = lead.post("/cases", Map.of("title", "An operation")).uri().getPath();
      lead.upload(file + "/files", "a.txt", EARLY.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(here.vigie("seal", "--new-key", "elsewhere/seal.key")).as(here.err()).isZero();
    Files.writeString(workspace.config(), "files: {key: 'file:../elsewhere/seal.key'}");
  }

  @Test
  void anotherKeySealsNothing() throws Exception {
    here.vigie("seal");
    assertThat(here.vigie("seal", "--new-key", "elsewhere/other.key")).isZero();
    Files.writeString(workspace.config(), "files: {key: 'file:../elsewhere/other.key'}");

    assertThat(here.vigie("seal")).isEqualTo(4);
    assertThat(here.err()).contains("has another");
    here.vigie("doctor");
    assertThat(here.out()).contains("MEND  at rest", "has another");
  }

  @Test
  void plainOnesAreToldAndSealedAndOpenWithTheKey() throws Exception {
    assertThat(places(EARLY)).isNotEmpty();
    assertThat(places(ServedConsole.CODE.secret())).isNotEmpty();
    here.vigie("doctor");
    assertThat(here.out()).contains("MEND  at rest", "1 case file and the secrets of");

    assertThat(here.vigie("seal")).as(here.err()).isZero();
    assertThat(here.out()).contains("1 case file and the secrets of");
    try (ServedConsole served = ServedConsole.again(workspace, key())) {
      Browser lead = served.as("case-lead");
      served.because(lead, "k-1");
      assertThat(lead.get("/cases/k-1/files/1").body()).isEqualTo(EARLY);
      lead.upload("/cases/k-1/files", "b.txt", LATE.getBytes(StandardCharsets.UTF_8));
      assertThat(lead.get("/cases/k-1/files/2").body()).isEqualTo(LATE);
      changesTheirSecrets(served, lead);
    }
    for (String secret :
        List.of(EARLY, LATE, ServedConsole.CODE.secret(), "$argon2", Files.readString(keyFile()))) {
      assertThat(places(secret.strip())).as(secret.substring(0, 4)).isEmpty();
    }
    here.vigie("doctor");
    assertThat(here.out()).contains("are sealed; captures, index, state and the rest");
    assertThat(here.vigie("seal")).isZero();
    assertThat(here.out()).contains("0 case files and the secrets of 0 accounts");
  }

  /** What people change later is sealed, too. */
  private static void changesTheirSecrets(ServedConsole served, Browser lead) throws Exception {
    String fresh = "another sentence of some length";
    served.clock.pass(Duration.ofMinutes(2));
    Map<String, String> password = new HashMap<>(Map.of("new", fresh, "repeat", fresh));
    password.put("password", ServedConsole.PASSWORD);
    password.put("code", served.codeNow());
    assertThat(lead.post("/account/password", password).statusCode()).isEqualTo(200);
    served.clock.pass(Duration.ofMinutes(2));
    Map<String, String> proof = Map.of("password", fresh, "code", served.codeNow());
    String secret =
        Found.group(
            lead.post("/account/authenticator", proof).body(), "class=\"secret\">([A-Z2-7]+)<");
    OneTimeCode code = new OneTimeCode(secret);
    Map<String, String> shown = Map.of("code", code.at(served.clock.instant()));
    assertThat(lead.post("/account/authenticator/code", shown).statusCode()).isEqualTo(200);
    try (CaseDatabase database = CaseDatabase.open(served.workspace.database(), List.of())) {
      assertThat(SealedSecrets.plainIn(database)).isEmpty();
    }
    assertThat(served.signedIn("case-lead", fresh, code).get("/account").uri().getPath())
        .isEqualTo("/account");
  }

  @Test
  void withoutTheKeyOrWithAnotherNobodySignsInAndItIsSaidWhy() {
    here.vigie("seal");

    assertThatThrownBy(() -> ServedConsole.again(workspace, Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("sealed secrets need files.key");
    Optional<SealingKey> other = Optional.of(new SealingKey(new byte[SealingKey.BYTES]));
    assertThatThrownBy(() -> ServedConsole.again(workspace, other))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has another");
  }

  @Test
  void aKeyInTheWorkspaceIsRefusedAndTold() throws Exception {
    assertThat(here.vigie("seal", "--new-key", "vigie-workspace/seal.key")).isEqualTo(2);
    assertThat(here.vigie("seal", "--new-key", "elsewhere/seal.key")).as("there").isEqualTo(2);
    Files.copy(keyFile(), workspace.root().resolve("seal.key"));
    Files.writeString(workspace.config(), "files: {key: 'file:seal.key'}");
    here.vigie("doctor");
    assertThat(here.out()).contains("MEND  at rest", "the key lies in the workspace");
  }

  private Path keyFile() {
    return folder.resolve("elsewhere/seal.key");
  }

  private Optional<SealingKey> key() {
    return new KeySource("file:../elsewhere/seal.key", workspace.root()).read(Map.of());
  }

  /** Returns the files of the workspace that hold a text. */
  private List<Path> places(String text) throws IOException {
    try (Stream<Path> files = Files.walk(workspace.root())) {
      return files.filter(Files::isRegularFile).filter(file -> text(file).contains(text)).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
