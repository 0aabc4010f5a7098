package org.vigie.cli.command.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.cli.command.ListeningConsole;

/** A question that goes from one console to another one, each of which knows the other's. */
class RequestLineTest {
  private static final Pattern FINGERPRINT = Pattern.compile("Fingerprint: ([0-9a-f]{64})");

  @TempDir Path folder;
  private Agency north;
  private Agency south;
  private ListeningConsole listener;

  @BeforeEach
  void make() throws Exception {
    north = new Agency(folder.resolve("north"));
    south = new Agency(folder.resolve("south"));
    knows(south, "North", north, lineOf(north), "");
    lineOf(south);
    Here here = Here.in(south.home).home(Readme.project()).onRealTime();
    listener = ListeningConsole.of(here, "request", "listen", "--port", "0");
    knows(north, "South", south, lineOf(south), "127.0.0.1:" + listener.port());
  }

  @AfterEach
  void end() throws Exception {
    listener.close();
  }

  @Test
  void carriesAQuestionFromOneConsoleToTheOther() throws Exception {
    makeQuestion();
    String letter = north.letter();

    assertThat(north.run("request", "send", "q.p7m", "--to", "South"))
        .contains("South keeps the letter: sha256:");

    Path arrived = south.workspace.root().resolve("exchange/arrived");
    Path file;
    try (var there = Files.list(arrived)) {
      file = there.findFirst().orElseThrow();
    }
    assertThat(file).hasSameBinaryContentAs(north.home.resolve("q.p7m"));
    assertThat(listener.out()).contains("A letter of North: ./vigie request open ");
    assertThat(south.run("request", "show")).contains("Not opened yet: ./vigie request open ");
    assertThat(south.run("request", "open", file.toString())).contains("Question " + letter);
    assertThat(arrived).isEmptyDirectory();
    assertThat(south.audit()).contains("letter arrived", "letter opened");
    assertThat(north.audit()).contains("request send", "\"recipient\":\"South\"");
    north.run("request", "send", "q.p7m", "--to", "South");
    assertThat(south.refusal("request", "open", file.toString()))
        .contains("opened before", "its file was deleted");
    assertThat(arrived).isEmptyDirectory();
    Files.writeString(file, "no letter");
    assertThat(south.refusal("request", "open", file.toString())).contains("its file is in");
    assertThat(arrived).isEmptyDirectory();
    assertThat(arrived.resolveSibling("set-aside").resolve(file.getFileName())).exists();
    assertThat(south.audit()).contains("letter deleted", "letter set aside");
    south.run("audit", "verify");
    north.run("audit", "verify");
  }

  @Test
  void sendsALetterToAConsoleThatServesItsPages() throws Exception {
    end();
    listener = ListeningConsole.of(serving("127.0.0.1:0"), "serve", "--port", "0");
    knows(north, "South", south, lineOf(south), "127.0.0.1:" + listener.port());
    makeQuestion();

    assertThat(north.run("request", "send", "q.p7m", "--to", "South"))
        .contains("South keeps the letter: sha256:");
    assertThat(listener.out()).contains("A letter of North: ", "The pages are at ");
    assertThat(south.workspace.root().resolve("exchange/arrived")).isNotEmptyDirectory();
    assertThat(south.audit()).contains("letter arrived");
  }

  @Test
  void servesNoPagesWhereLettersCannotBeTakenAsTheSettingsSay() throws Exception {
    Here other = serving("127.0.0.1:" + listener.port());

    assertThat(other.vigie("serve", "--port", "0")).isEqualTo(4);
    assertThat(other.err()).contains("letters must be taken at 127.0.0.1:", "request listen");
    assertThat(other.out()).doesNotContain("The pages are at");
  }

  /** Has the north write a question to q.p7m that the south can open. */
  private void makeQuestion() throws Exception {
    String id = north.open("phone:+33639980002");
    String[] question = {
      "request",
      "make",
      id,
      "--to",
      "South",
      "--question",
      "Which adverts name it?",
      "--recipient",
      south.workspace.root().resolve("exchange/reader.pem").toString(),
      "--days",
      "5"
    };
    north.run(question);
    north.grant(1);
    north.run(with(question, "--granted", "1", "--out", "q.p7m"));
  }

  /** Returns the south, whose console takes letters at an address while it serves pages. */
  private Here serving(String lettersAt) throws Exception {
    try (Stream<Path> files = Files.walk(south.workspace.root())) {
      for (Path file : files.toList()) {
        String rights = Files.isDirectory(file) ? "rwx------" : "rw-------";
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
      }
    }
    return Here.in(south.home)
        .home(Readme.project())
        .with("VIGIE_WEB_LETTERS_AT", lettersAt)
        .onRealTime();
  }

  @Test
  void sendsToNobodyWithoutALine() throws Exception {
    north.knows("South", south);
    Files.writeString(north.home.resolve("q.p7m"), "a letter");

    assertThat(north.refusal("request", "send", "q.p7m", "--to", "South"))
        .contains("with line and address");
    assertThat(north.audit()).doesNotContain("request send");
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  private static String lineOf(Agency agency) {
    Matcher found = FINGERPRINT.matcher(agency.run("request", "line"));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static void knows(Agency who, String name, Agency other, String line, String address)
      throws Exception {
    who.knows(name, other);
    Path file = who.workspace.root().resolve("deconflict.yaml");
    Files.writeString(
        file,
        "%s    line: %s%n    address: '%s'%n".formatted(Files.readString(file), line, address));
  }
}
