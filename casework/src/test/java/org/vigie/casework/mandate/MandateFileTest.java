package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;

class MandateFileTest {
  @TempDir Path folder;

  @Test
  void readsWhatItWroteWhateverTheTextsHold() throws Exception {
    Mandate mandate =
        new Mandate(
            "Unit: 3 # \"cyber\"",
            "Act 12,\nsection 4",
            "- labour {fraud}",
            "2026-117",
            "Ștefan \\ Ö.",
            Instant.parse("2026-12-31T10:15:00Z"),
            Set.of(Mandate.Permission.IMAGE_HASHES));
    Path file = folder.resolve("mandate.yaml");

    MandateFile.write(file, mandate);

    assertThat(MandateFile.read(file, "mandate.yaml")).isEqualTo(mandate);
  }

  @Test
  void holdsUntilTheEndOfItsLastDay() throws Exception {
    assertThat(read(yaml("2026-12-31")).validUntil())
        .isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
  }

  @Test
  void namesThePartsThatAreMissing() {
    assertThatThrownBy(() -> read("authority: Unit 3\ncase: 1\npurpose: ''\n"))
        .isInstanceOfSatisfying(UserError.class, e -> assertThat(e.exit()).isEqualTo(Exit.MANDATE))
        .hasMessageEndingWith("but legal-basis, purpose, approved-by, valid-until are missing");
  }

  @Test
  void refusesAnEndThatIsNoDay() {
    assertThatThrownBy(() -> read(yaml("next year")))
        .hasMessage("m.yaml: valid-until must be a day such as 2026-12-31, but was 'next year'");
    assertThatThrownBy(() -> read(yaml("2026-02-30"))).isInstanceOf(UserError.class);
  }

  @Test
  void permitsNothingUnlessItSaysSo() throws Exception {
    assertThat(read(yaml("2026-12-31")).permits()).isEmpty();
    assertThat(read(yaml("2026-12-31") + "permits: image-hashes\n").permits())
        .containsExactly(Mandate.Permission.IMAGE_HASHES);
  }

  @Test
  void refusesAPermissionItDoesNotKnow() {
    assertThatThrownBy(() -> read(yaml("2026-12-31") + "permits: image-hashes, faces\n"))
        .hasMessage(
            "m.yaml: permits: must be image-hashes, pictures, but was 'image-hashes, faces'");
  }

  @Test
  void refusesAKeyItDoesNotKnow() {
    assertThatThrownBy(() -> read(yaml("2026-12-31") + "aproved-by: B\n"))
        .hasMessageStartingWith("m.yaml: aproved-by is no known key; known here: approved-by");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> MandateFile.read(folder.resolve("none.yaml"), "none.yaml"))
        .isInstanceOfSatisfying(UserError.class, e -> assertThat(e.exit()).isEqualTo(Exit.MANDATE))
        .hasMessage("none.yaml must hold a mandate, but there is no such file");
  }

  private Mandate read(String yaml) throws Exception {
    Path file = folder.resolve("m.yaml");
    Files.writeString(file, yaml);
    return MandateFile.read(file, "m.yaml");
  }

  private static String yaml(String end) {
    return """
    authority: Unit 3
    legal-basis: Act 12
    purpose: labour fraud
    case: 2026-117
    approved-by: A. Prosecutor
    valid-until: %s
    """
        .formatted(end);
  }
}
