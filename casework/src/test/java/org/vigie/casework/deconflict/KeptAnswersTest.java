package org.vigie.casework.deconflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.bag.SignerKey;
import org.vigie.exchange.deconflict.AskedTerms;
import org.vigie.exchange.deconflict.DeconflictRequest;

class KeptAnswersTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant END = NOON.plusSeconds(60);
  private static final byte[] ANSWER = {1, 2, 3};

  @TempDir Path folder;

  @Test
  void givesTheSameBytesOutUntilTheRequestExpires() throws IOException {
    KeptAnswers answers = new KeptAnswers(folder);
    answers.keep(request("a"), ANSWER);

    assertThat(answers.find(request("a"), END.minusSeconds(1))).contains(ANSWER);
    assertThat(answers.find(request("a"), END)).isEmpty();
    assertThat(answers.find(request("b"), NOON)).isEmpty();
    assertThat(folder.resolve("deconflict/answers"))
        .isDirectoryContaining(
            file -> PosixFilePermissions.toString(permissions(file)).equals("rw-------"));
  }

  @Test
  void forgetsThoseWhoseRequestsExpired() throws IOException {
    KeptAnswers answers = new KeptAnswers(folder);
    answers.forgetExpired(NOON);
    answers.keep(request("a"), ANSWER);

    answers.forgetExpired(END.minusSeconds(1));
    assertThat(folder.resolve("deconflict/answers")).isNotEmptyDirectory();
    answers.forgetExpired(END);
    assertThat(folder.resolve("deconflict/answers")).isEmptyDirectory();
  }

  private static Set<PosixFilePermission> permissions(Path file) {
    try {
      return Files.getPosixFilePermissions(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DeconflictRequest request(String digit) {
    return new DeconflictRequest(
        digit.repeat(32),
        new SignerKey("", "north"),
        new AskedTerms("North", "us", "m-1", NOON, END),
        new byte[33 * 64],
        "sha256:" + digit.repeat(64));
  }
}
