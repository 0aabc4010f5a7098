package org.vigie.files.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.files.failure.UserError;

class PluginRegistryTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir private Path folder;
  private Path jar = Path.of("");

  @BeforeEach
  void putAJarThere() throws IOException {
    jar = folder.resolve("a.jar");
    Files.writeString(jar, "no jar, but bytes");
  }

  private PluginRegistry registry(String key) {
    return new PluginRegistry(folder, key, List.of(), PluginLimits.defaults());
  }

  private Admission admission(String key) throws IOException {
    return registry(key).jars().getFirst().admission();
  }

  @Test
  void admitsNothingByItself() throws IOException {
    assertThat(admission("")).isEqualTo(Admission.NOT_APPROVED);
    assertThat(registry("").admitted()).isEmpty();
  }

  @Test
  void admitsWhatWasApprovedAsItWas() throws IOException {
    Approvals approvals = new Approvals(folder);
    approvals.add(new Approval("a.jar", registry("").jars().getFirst().hash(), "kim", NOW));
    assertThat(admission("")).isEqualTo(Admission.APPROVED);

    Files.writeString(jar, "other bytes");
    assertThat(admission("")).isEqualTo(Admission.CHANGED);

    assertThat(approvals.withdraw("a.jar")).isTrue();
    assertThat(approvals.withdraw("a.jar")).isFalse();
    assertThat(admission("")).isEqualTo(Admission.NOT_APPROVED);
  }

  @Test
  void saysOfApprovalsThatTheyCannotBeRead() throws IOException {
    for (String line : List.of("{}", "{\"file\":\"a.jar\"}", "", "7", "{\"file\":")) {
      Files.writeString(folder.resolve(Approvals.NAME), line + "\n");
      assertThatThrownBy(() -> admission(""))
          .as(line)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("must hold an approval a line");
    }
  }

  @Test
  void admitsNoJarSignedWithAnotherKey() throws IOException, GeneralSecurityException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("Ed25519");
    String trusted =
        Base64.getEncoder().encodeToString(keys.generateKeyPair().getPublic().getEncoded());
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(keys.generateKeyPair().getPrivate());
    signature.update(Files.readAllBytes(jar));
    Files.writeString(
        folder.resolve("a.jar.sig"), Base64.getEncoder().encodeToString(signature.sign()));

    assertThat(admission(trusted)).isEqualTo(Admission.WRONG_SIGNATURE);
  }

  @Test
  void admitsBySignatureAloneWhereAKeyIsNamed() throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String key = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    new Approvals(folder)
        .add(new Approval("a.jar", registry("").jars().getFirst().hash(), "kim", NOW));
    assertThat(admission(key)).isEqualTo(Admission.NOT_SIGNED);

    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(Files.readAllBytes(jar));
    Path file = folder.resolve("a.jar.sig");
    Files.writeString(file, Base64.getEncoder().encodeToString(signature.sign()) + "\n");
    assertThat(admission(key)).isEqualTo(Admission.SIGNED);

    Files.writeString(jar, "other bytes");
    assertThat(admission(key)).isEqualTo(Admission.WRONG_SIGNATURE);
    Files.write(file, "no signature".getBytes(StandardCharsets.UTF_8));
    assertThat(admission(key)).isEqualTo(Admission.WRONG_SIGNATURE);
  }

  @Test
  void saysOfAnAdmittedJarThatItIsNone() throws IOException {
    new Approvals(folder)
        .add(new Approval("a.jar", registry("").jars().getFirst().hash(), "kim", NOW));

    assertThatThrownBy(() -> registry("").admitted())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a.jar must name a plug-in");
  }

  @Test
  void refusesTwoOfOneName() {
    PluginSpec spec =
        new PluginSpec(
            "twice",
            PluginKind.ENRICHER,
            List.of("true"),
            List.of(),
            "settings",
            PluginLimits.defaults());

    assertThatThrownBy(() ->
            new PluginRegistry(folder, "", List.of(spec, spec), PluginLimits.defaults()).admitted())
        .hasMessageContaining("different names");
  }
}
