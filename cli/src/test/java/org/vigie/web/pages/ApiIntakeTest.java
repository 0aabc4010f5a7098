package org.vigie.web.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.Scope;
import org.vigie.casework.submission.Submissions;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.workspace.Workspace;

/** Adverts that programs hand in. */
class ApiIntakeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String LINES =
      """
      {"text":"Kitchen help wanted, ask for the manager","id":"one","posted":"2026-01-05"}
      not json
      {"text":"Cleaners wanted in a hotel","id":"two","posted":"2026-01-06"}
      """;

  @TempDir Path folder;
  private ServedConsole served;
  private String token;

  @BeforeEach
  void serve() {
    served = ServedConsole.on(new Workspace(folder));
    token = served.token("analyst", Set.of(Scope.INTAKE));
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void takesLinesInAndSaysWhichItTookAndWhyNotTheOthers() throws Exception {
    HttpResponse<String> answer = send("?name=list.jsonl", text(LINES), token);
    JsonNode taken = JSON.readTree(answer.body());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(taken.path("adverts").asInt()).isEqualTo(2);
    assertThat(taken.path("ids")).hasSize(2);
    assertThat(taken.path("before").asBoolean()).isFalse();
    assertThat(taken.path("unread").asInt()).isEqualTo(1);
    assertThat(taken.at("/letters/0/position").asInt()).isEqualTo(2);
    assertThat(taken.at("/letters/0/kind").asText()).isEqualTo("not-json");
    InputManifest input = accepted().getFirst();
    assertThat(input.id()).isEqualTo(taken.path("input").asText());
    assertThat(input.name()).isEqualTo("list.jsonl");
    assertThat(Files.readString(Path.of(input.path()))).isEqualTo(LINES);
    for (Path file :
        List.of(Path.of(input.path()), folder.resolve("inbox").resolve(input.id() + ".json"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThat(left()).as("nothing stays beside the inbox").isEmpty();
    assertThat(served.traces)
        .anyMatch(trace -> trace.startsWith("analyst collection post /api/v1/adverts"))
        .contains("analyst handed in input=" + input.id() + " adverts=2 unread=1")
        .noneMatch(trace -> trace.contains("list.jsonl") && trace.contains("Kitchen"));
    assertThat(served.events)
        .as("the log has the ids that were taken in")
        .anyMatch(event -> event.shown().ids().size() == 2);
  }

  @Test
  void takesWhatRunReadsAndAddsNothingWhenTheSameComesTwice() throws Exception {
    String table = "titel;beschreibung\nKoch;Koch gesucht, sofort\nHilfe;Hilfe im Hotel gesucht\n";
    JsonNode first = JSON.readTree(send("?name=a.csv", text(table), token).body());
    JsonNode again = JSON.readTree(send("?name=b.csv", text(table), token).body());

    assertThat(first.path("kind").asText()).isEqualTo("table (CSV, TSV)");
    assertThat(first.path("adverts").asInt()).isEqualTo(2);
    assertThat(again.path("before").asBoolean()).isTrue();
    assertThat(again.path("input")).isEqualTo(first.path("input"));
    assertThat(accepted()).hasSize(1);
    try (Stream<Path> homes = Files.list(folder.resolve("inbox").resolve("spool"))) {
      assertThat(homes).as("no second copy stays").hasSize(1);
    }
    JsonNode mapped =
        JSON.readTree(
            send("?name=a.csv&separator=semicolon&map=text%3Dtitel", text(table), token).body());
    assertThat(mapped.path("before").asBoolean()).as("read otherwise, it is another").isFalse();
    assertThat(accepted()).hasSize(2);
  }

  @Test
  void refusesWhatCannotBeReadAndKeepsNothingOfIt() throws Exception {
    String[][] refused = {
      {"", "", "is empty"},
      {"", "not json\n[]\n", "none can be read"},
      {"?name=x.bin", "\u0000\u0001\u0002\u0003", "can't be told"},
      {"?map=text", LINES, "map must be KEY=COLUMN"},
      {"?encoding=nowhere-8", LINES, "must be a charset"},
      {"?name=a.csv&map=text%3Dabsent", "a,b,c\n1,2,3\n4,5,6\n", "absent"},
    };
    for (String[] one : refused) {
      HttpResponse<String> answer = send(one[0], text(one[1]), token);
      assertThat(answer.statusCode()).as(one[0] + answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains(one[2]).doesNotContain(folder.toString());
    }
    assertThat(accepted()).isEmpty();
    assertThat(left()).isEmpty();
  }

  @Test
  void letsNobodyInWithoutTheScope() throws Exception {
    String others = served.token("analyst", Set.of(Scope.ADVERTS, Scope.EXPORTS));
    String withoutRole = served.token("auditor", Set.of(Scope.INTAKE));
    String ofManager = served.token("crawl-manager", Set.of(Scope.INTAKE));

    assertThat(send("", text(LINES), "").statusCode()).isEqualTo(401);
    assertThat(send("", text(LINES), others).statusCode()).isEqualTo(403);
    assertThat(send("", text(LINES), withoutRole).statusCode()).isEqualTo(403);
    assertThat(accepted()).isEmpty();
    assertThat(send("", text(LINES), ofManager).statusCode()).isEqualTo(202);
    HttpResponse<String> read =
        served.nobody().get("/api/v1/adverts?query=visa", "Authorization", "Bearer " + token);
    assertThat(read.statusCode()).as("who hands in reads nothing").isEqualTo(403);
  }

  @Test
  void refusesABodyThatIsTooLargeBeforeAndWhileItComes() throws Exception {
    String told = raw("Content-Length: %d\r\n\r\n".formatted(Submissions.MOST_BYTES + 1));
    assertThat(told).startsWith("HTTP/1.1 413").contains("at most 67108864 bytes");

    HttpResponse<String> untold;
    try {
      untold =
          send(
              "",
              BodyPublishers.ofInputStream(() -> new Zeros(Submissions.MOST_BYTES + 100_000)),
              token);
      assertThat(untold.statusCode()).isEqualTo(413);
    } catch (java.io.IOException e) {
      // The connection is closed while the program still writes.
    }
    assertThat(accepted()).isEmpty();
    assertThat(left()).isEmpty();
  }

  @Test
  void endsAFileThatDoesNotComeInTime() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", served.console.port())) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      out.write(head("Content-Length: 1000000\r\n\r\n"));
      new Zeros(300_000).transferTo(out);
      for (int i = 0; left().isEmpty() && i < 1_200; i++) {
        Thread.sleep(50);
      }
      assertThat(left()).hasSize(1);
      served.clock.pass(Submissions.LONGEST_COMING.plusSeconds(1));
      out.write(' ');
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 408").contains("within 10 minutes");
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void readsABombWithoutBeingHarmed() throws Exception {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      for (int i = 0; i < 2; i++) {
        out.putNextEntry(new ZipEntry("list-" + i + ".txt"));
        new Zeros(300L << 20).transferTo(out);
        out.closeEntry();
      }
    }
    HttpResponse<String> answer =
        send("?name=bomb.zip", BodyPublishers.ofByteArray(zip.toByteArray()), token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);

    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      new Zeros(600L << 20).transferTo(out);
    }
    HttpResponse<String> lines =
        send("?name=a.jsonl.gz", BodyPublishers.ofByteArray(gzip.toByteArray()), token);
    assertThat(lines.statusCode()).isEqualTo(400);
    assertThat(lines.body()).contains("536870912");
    assertThat(accepted()).isEmpty();
    assertThat(left()).isEmpty();
    assertThat(send("", text(LINES), token).statusCode()).isEqualTo(202);
  }

  @Test
  void takesNoForm() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address(""))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(text("--x--"))
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(400);
  }

  @Test
  void takesSoManyFilesOfOneAccountAMinute() throws Exception {
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i <= Console.FILES_A_MINUTE; i++) {
      answers.add(send("", text("{\"text\":\"advert number " + i + "\"}\n"), token).statusCode());
    }
    assertThat(answers.subList(0, Console.FILES_A_MINUTE)).containsOnly(202);
    assertThat(answers.getLast()).isEqualTo(429);
    assertThat(accepted()).hasSize(Console.FILES_A_MINUTE);
  }

  /** A byte that stands in no text, so often. */
  private static final class Zeros extends InputStream {
    /** Copied, since the first compiler has no quick code for filling. */
    private static final byte[] SPACES = " ".repeat(1 << 16).getBytes(UTF_8);

    private long left;

    Zeros(long bytes) {
      left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? ' ' : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (left <= 0) {
        return -1;
      }
      int length = (int) Math.min(left, Math.min(most, SPACES.length));
      System.arraycopy(SPACES, 0, into, from, length);
      left -= length;
      return length;
    }
  }

  private String raw(String head) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", served.console.port())) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      out.write(head(head));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private byte[] head(String rest) {
    return ("POST /api/v1/adverts HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
            + "Authorization: Bearer "
            + token
            + "\r\n"
            + rest)
        .getBytes(UTF_8);
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private URI address(String query) {
    return URI.create(
        "http://127.0.0.1:%d/api/v1/adverts%s".formatted(served.console.port(), query));
  }

  private HttpResponse<String> send(String query, BodyPublisher body, String bearer)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(query)).version(HttpClient.Version.HTTP_1_1).POST(body);
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private List<InputManifest> accepted() throws Exception {
    return new Inbox(new Workspace(folder), Clock.systemUTC()).accepted();
  }

  /** Returns what lies beside the inbox. */
  private List<Path> left() throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("console").resolve("submitted"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
