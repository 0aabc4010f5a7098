package org.vigie.capture.warc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.digest.Sha256;

class ServerFactsTest {
  private static final String ONE = "<urn:uuid:00000000-0000-0000-0000-000000000001>";
  private static final String TWO = "<urn:uuid:00000000-0000-0000-0000-000000000002>";
  private static final String AT = "2026-03-01T12:00:00Z";

  @TempDir Path folder;

  @Test
  void areThoseToldBesideEachAnswer() throws Exception {
    Path warc =
        warc(
            answer(ONE, "<p>one"),
            told(ONE, "resolvedAddress: 192.0.2.1\r\n"),
            answer(TWO, "<p>two"),
            told(
                TWO,
                """
                resolvedAddress: 192.0.2.2
                tlsProtocol: TLSv1.3
                tlsCipher: C
                tlsSubject: CN=example.org
                tlsCertificate: sha256:aa
                tlsCertificate: sha256:bb
                """
                    .replace("\n", "\r\n")));

    assertThat(ServerFacts.of(warc))
        .hasSize(2)
        .containsEntry(key("<p>one"), new ServerFacts("192.0.2.1", null))
        .containsEntry(
            key("<p>two"),
            new ServerFacts(
                "192.0.2.2",
                new TlsFacts("TLSv1.3", "C", "CN=example.org", List.of("sha256:aa", "sha256:bb"))));
  }

  @Test
  void areNoneWhereOthersToldSomethingElse() throws Exception {
    Path warc =
        warc(
            answer(ONE, "<p>one"),
            told(ONE, "\u0000 no field\r\n"),
            told(ONE, "via: https://example.org/\r\n"),
            told(TWO, "resolvedAddress: 192.0.2.2\r\n"));

    assertThat(ServerFacts.of(warc)).isEmpty();
  }

  @Test
  void areNoneWhereTwoRecordsHaveTheSameId() throws Exception {
    Path answers =
        warc(
            answer(ONE, "<p>one"),
            answer(ONE, "<p>two"),
            told(ONE, "resolvedAddress: 192.0.2.1\r\n"));
    assertThat(ServerFacts.of(answers)).isEmpty();

    Path servers =
        warc(
            answer(ONE, "<p>one"),
            told(ONE, "resolvedAddress: 192.0.2.1\r\n"),
            told(ONE, "resolvedAddress: 192.0.2.2\r\n"));
    assertThat(ServerFacts.of(servers)).isEmpty();
  }

  private static ServerFacts.Answer key(String body) {
    return new ServerFacts.Answer(Sha256.of(body.getBytes(UTF_8)), Instant.parse(AT));
  }

  private Path warc(String... records) throws IOException {
    return Files.writeString(folder.resolve("slice.warc"), String.join("", records));
  }

  private static String answer(String id, String body) {
    return record(
        "response",
        "WARC-Record-ID: " + id,
        "application/http;msgtype=response",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body);
  }

  private static String told(String id, String fields) {
    return record("metadata", "WARC-Concurrent-To: " + id, "application/warc-fields", fields);
  }

  private static String record(String type, String header, String kind, String body) {
    return """
    WARC/1.1
    WARC-Type: %s
    WARC-Date: %s
    WARC-Target-URI: https://example.org/
    %s
    Content-Type: %s
    Content-Length: %d

    """
            .formatted(type, AT, header, kind, body.getBytes(UTF_8).length)
            .replace("\n", "\r\n")
        + body
        + "\r\n\r\n";
  }
}
