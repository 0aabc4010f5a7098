package org.vigie.casework.guarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.AdminRequest;
import org.vigie.files.failure.UserError;

class OwnerRequestTest {
  private static final char[] PASSPHRASE = "a sentence for the key".toCharArray();
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private OwnerKeyFile file = new OwnerKeyFile(Path.of(""));
  private PublicKey key;

  @BeforeEach
  void make() throws Exception {
    file = new OwnerKeyFile(folder.resolve("owner.key"));
    key = file.make(PASSPHRASE, new SecureRandom());
  }

  @Test
  void isGrantedByASignatureOfItselfAlone() throws Exception {
    OwnerRequest asked = OwnerRequest.of(request(7, "ana", "ben", "analyst", AT), key);
    OwnerRequest carried = OwnerRequest.read(asked.line());
    String code = OwnerRequest.code(file.sign(PASSPHRASE, carried.message()));

    assertThat(asked.isSigned(key, code)).isTrue();
    assertThat(asked.isSigned(key, " " + code + "\n")).isTrue();
    List<AdminRequest> others =
        List.of(
            request(8, "ana", "ben", "analyst", AT),
            request(7, "eva", "ben", "analyst", AT),
            request(7, "ana", "ben\",\"analyst", "", AT),
            request(7, "ana", "ben", "admin", AT),
            request(7, "ana", "ben", "analyst", AT.plusNanos(1)));
    assertThat(others).noneMatch(other -> OwnerRequest.of(other, key).isSigned(key, code));
    for (String wrong : List.of("", "x", "%", code.substring(1), code + "A", "é")) {
      assertThat(asked.isSigned(key, wrong)).as(wrong).isFalse();
    }
  }

  @Test
  void isGrantedByNoOtherKey() throws Exception {
    OwnerKeyFile other = new OwnerKeyFile(folder.resolve("other.key"));
    PublicKey otherKey = other.make(PASSPHRASE, new SecureRandom());
    AdminRequest request = request(7, "ana", "ben", "analyst", AT);
    OwnerRequest asked = OwnerRequest.of(request, key);

    String ofOther = OwnerRequest.code(other.sign(PASSPHRASE, asked.message()));
    assertThat(asked.isSigned(key, ofOther)).isFalse();
    String former = OwnerRequest.code(file.sign(PASSPHRASE, asked.message()));
    assertThat(OwnerRequest.of(request, otherKey).isSigned(otherKey, former))
        .as("a grant of a key that another has followed")
        .isFalse();
  }

  @Test
  void refusesALineThatIsNoRequest() {
    for (String line : List.of("", "abc", "W10", "bnVsbA", "WyJhIl0", "é", "W251bGxd")) {
      assertThatThrownBy(() -> OwnerRequest.read(line))
          .as(line)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("the line that the page of accounts shows");
    }
  }

  @Test
  void keepsThePrivateHalfEncryptedAndItsOwnersAlone() throws Exception {
    Path kept = folder.resolve("owner.key");
    assertThat(kept).content().startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> file.sign("another sentence".toCharArray(), new byte[1]))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("that the passphrase opens");
    assertThatThrownBy(() -> file.make(PASSPHRASE, new SecureRandom()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must not exist yet");
    OwnerKeyFile shortly = new OwnerKeyFile(folder.resolve("short.key"));
    assertThatThrownBy(() -> shortly.make("short".toCharArray(), new SecureRandom()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("at least 12");
  }

  @Test
  void opensWithOpenSsl() throws Exception {
    Process openssl =
        new ProcessBuilder(
                "openssl",
                "pkey",
                "-in",
                folder.resolve("owner.key").toString(),
                "-passin",
                "pass:" + new String(PASSPHRASE),
                "-pubout")
            .redirectErrorStream(true)
            .start();
    String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(openssl.waitFor()).as(said).isZero();
    assertThat(said).isEqualToIgnoringNewLines(Files.readString(file.publicHalf()));
  }

  private static AdminRequest request(
      long id, String by, String subject, String detail, Instant at) {
    return new AdminRequest(
        id,
        AdminRequest.Kind.CHANGE,
        by,
        at,
        subject,
        detail,
        new AdminRequest.Decision("", false, false));
  }
}
