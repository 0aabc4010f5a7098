package org.vigie.casework.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.AlertLine;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.advert.Finding;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.PictureSettings;
import org.vigie.casework.people.MovingClock;
import org.vigie.files.fault.Failpoint;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.finding.FindingWords;

class SubmissionsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {Submissions.RECEIVED, Submissions.MOVED})
  void acceptNothingOfAFileAtWhichTheProcessIsKilledAndAllOfItTheNextTime(String place)
      throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + Failpoint.SETTING + "=" + place + ":1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledSubmission.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isEqualTo(Failpoint.KILLED);
    assertThat(accepted()).isEmpty();
    assertThat(files()).as("what the kill left").isNotEmpty();

    Submissions submissions = KilledSubmission.in(folder);
    submissions.clear();
    assertThat(files()).isEmpty();
    InputManifest input = KilledSubmission.handIn(submissions).input();
    assertThat(accepted()).containsExactly(input);
    submissions.clear();
    assertThat(Files.readString(Path.of(input.path())))
        .as("what was accepted stays")
        .isEqualTo(KilledSubmission.LINES);
  }

  @Test
  void acceptNothingWithoutAMandateThatHolds() throws Exception {
    Mandate ended = new Mandate("Unit", "Act", "example", "case 1", "A. Officer", Instant.EPOCH);
    Submissions submissions =
        new Submissions(
            new Workspace(folder),
            folder.resolve("models"),
            () -> ended,
            PictureSettings.defaults(),
            Clock.systemUTC());
    assertThatThrownBy(() -> KilledSubmission.handIn(submissions))
        .isInstanceOf(ExpiredMandateException.class);
    assertThat(accepted()).isEmpty();
  }

  @Test
  void callFilesByNamesThatLeadNowhere() throws Exception {
    for (String name :
        List.of(
            "../../etc/passwd", "..", "", "a/b\\..\\c.csv", ".hidden", "x".repeat(300), "é\0")) {
      SubmittedFile file = KilledSubmission.in(folder).receive(name, InputStream.nullInputStream());
      assertThat(file.file()).hasParent(file.folder()).isRegularFile();
      assertThat(file.name()).matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,79}");
    }
  }

  @Test
  void keepRowsOfAWorkbookThatIsGoneAfterwards() throws Exception {
    Submissions submissions = KilledSubmission.in(folder);
    String table = "titel;beschreibung\nKoch;Koch gesucht, sofort\nHilfe;Hilfe im Hotel\n";
    SubmittedFile file =
        submissions.receive(
            "list.csv", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    SubmissionReading reading = submissions.read("ana", file, "", "", Map.of()).orElseThrow();
    assertThat(reading.why()).isEmpty();
    assertThat(reading.tables().getFirst().keys()).containsExactly("title", "text");
    submissions.accept(file, reading, Map.of());
    assertThat(files()).as("the lines and their manifest alone").hasSize(2);
  }

  @Test
  void sayHowManyPicturesLinesNameThatDidNotComeWithThem() throws Exception {
    String lines =
        """
        {"text": "Room to let", "pictures": ["a.png", "b.png"]}
        {"text": "Work", "fields": {"pictures": "a.png; c.png"}}
        {"text": "my \\"pictures\\" are old"}
        """;
    SubmissionReading reading = read("adverts.jsonl", lines.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.content().adverts()).isEqualTo(3);
    assertThat(reading.content().unread()).isEqualTo(1);
    assertThat(reading.content().letters().getFirst().kind()).isEqualTo("picture-missing");
    assertThat(reading.content().letters().getFirst().reason()).endsWith("not read: 3");
  }

  @Test
  void sayHowManyPicturesOfACaptureFileTheMandateLeavesUnread() throws Exception {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
    byte[] page =
        "<!doctype html><title>Room</title><p>A room to let in Leeds from today, call 07700 900123"
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream warc = new ByteArrayOutputStream();
    warc.write(answer("/", "text/html", page));
    warc.write(answer("/1.png", "image/png", picture));
    SubmissionReading reading = read("pages.warc", warc.toByteArray());
    assertThat(reading.content().adverts()).isEqualTo(1);
    assertThat(reading.content().letters())
        .extracting(SubmissionReading.UnreadPart::kind)
        .contains("pictures-not-permitted");
    assertThat(reading.content().letters().getFirst().reason()).endsWith("not read: 1");
  }

  private SubmissionReading read(String name, byte[] content) throws Exception {
    Submissions submissions = KilledSubmission.in(folder);
    SubmittedFile file = submissions.receive(name, new ByteArrayInputStream(content));
    return submissions.read("ana", file, "", "", Map.of()).orElseThrow();
  }

  private static byte[] answer(String path, String type, byte[] body) throws Exception {
    byte[] head =
        "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(type, body.length)
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.write(
        """
        WARC/1.0\r
        WARC-Type: response\r
        WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-%012d>\r
        WARC-Date: 2026-01-02T10:00:00Z\r
        WARC-Target-URI: https://board.example.org%s\r
        Content-Type: application/http; msgtype=response\r
        Content-Length: %d\r
        \r
        """
            .formatted(path.length(), path, head.length + body.length)
            .getBytes(StandardCharsets.UTF_8));
    record.write(head);
    record.write(body);
    record.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    return record.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text,title\n\"abc", "a,b\nc,d\n", "PK\003\004 no archive"})
  void sayWhyNothingOfAFileCanBeRead(String text) throws Exception {
    Submissions submissions = KilledSubmission.in(folder);
    SubmittedFile file =
        submissions.receive(
            "list.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    SubmissionReading reading = submissions.read("ana", file, "", "", Map.of()).orElseThrow();
    assertThat(reading.canBeAccepted()).isFalse();
    assertThat(reading.why()).isNotBlank().doesNotContain("120 s");
  }

  @Test
  void readBackEveryRefusalThatTheProcessWrites() throws Exception {
    for (String code : FindingWords.english().codes()) {
      Finding finding = Finding.of(code).with("seconds", 1);
      SubmissionReading refused =
          SubmissionReading.refused(
              AlertLine.of(finding, List.of(Finding.NONE, finding)), List.of());
      String written = SubmissionReader.JSON.writeValueAsString(refused);
      assertThat(SubmissionReader.JSON.readValue(written, SubmissionReading.class))
          .isEqualTo(refused);
    }
  }

  @Test
  void keepNoEarlierReadingOfAFileThatIsReadAgain() throws Exception {
    Submissions submissions = KilledSubmission.in(folder);
    String table = "titel;beschreibung\nKoch;Koch gesucht, sofort\nHilfe;Hilfe im Hotel\n";
    SubmittedFile file =
        submissions.receive(
            "list.csv", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    submissions.read("ana", file, "", "", Map.of());
    int once = files().size();
    SubmissionReading again =
        submissions.read("ana", file, "", "", Map.of("text", "titel")).orElseThrow();

    assertThat(files()).hasSize(once);
    assertThat(file.folder().resolve(again.kept())).content().contains("\"text\":\"Koch\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "beschreibung", "reference"})
  void refuseATableOfTooManyColumnsAtOnce(String first) throws Exception {
    Submissions submissions = KilledSubmission.in(folder);
    String row = first + ",work is given here, housing too, ask".repeat(100_000) + "\n";
    SubmittedFile file =
        submissions.receive(
            "cols.csv",
            new ByteArrayInputStream((row + row + row).getBytes(StandardCharsets.UTF_8)));

    SubmissionReading reading = submissions.read("ana", file, "", "", Map.of()).orElseThrow();

    assertThat(reading.why()).contains("at most 2000 columns, but has 300001").hasSizeLessThan(500);
    assertThat(submissions.read("ana", file, "", "", Map.of()).orElseThrow().why())
        .as("she need not wait")
        .isEqualTo(reading.why());
  }

  @Test
  void keepNothingOfAFileThatDoesNotComeInTime() throws Exception {
    MovingClock clock = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
    Submissions submissions = KilledSubmission.in(folder, clock);
    InputStream drops =
        new InputStream() {
          private int left = 100;

          @Override
          public int read() {
            return left-- > 0 ? ' ' : -1;
          }

          @Override
          public int read(byte[] into, int from, int most) {
            clock.pass(Duration.ofMinutes(1));
            int drop = read();
            into[from] = (byte) drop;
            return drop < 0 ? -1 : 1;
          }
        };

    assertThatThrownBy(() -> submissions.receive("list.jsonl", drops))
        .isInstanceOf(Submissions.TooSlowException.class)
        .hasMessageContaining("10 minutes");
    assertThat(files()).isEmpty();
  }

  private List<InputManifest> accepted() throws Exception {
    return new Inbox(new Workspace(folder), Clock.systemUTC()).accepted();
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }
}
