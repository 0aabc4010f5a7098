package org.vigie.casework.labelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.advert.Indicator;
import org.vigie.advert.IndicatorIds;
import org.vigie.casework.Readme;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.Taxonomy;

/** A row that the taxonomy alone puts on the minor-risk route is withheld like the other two. */
class ThirdMinorRiskRowTest {
  private static final String ROW = IndicatorIds.GROUP_TARGETING;
  private static final String TEXT = "Hotel jobs in town, girls only, start on Monday.";

  @TempDir Path models;
  @TempDir Path folder;

  @BeforeEach
  void putAThirdRowOnTheRoute() throws Exception {
    copy(Readme.project().resolve("models"), models);
    Path taxonomy = models.resolve(Taxonomy.FILE);
    String was = hash(taxonomy);
    String text = Files.readString(taxonomy);
    String changed =
        text.replaceFirst(
            "(- id: " + ROW + "\\n.*\\n +category: ).*\\n", "$1" + Indicator.MINOR_RISK + "\n");
    assertThat(changed).isNotEqualTo(text);
    Files.writeString(taxonomy, changed);
    Path manifest = models.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace(was, hash(taxonomy)));
  }

  @Test
  void isQuarantinedByTheClassifierAndWithheldFromReviewers() throws Exception {
    assertThat(Taxonomy.load(models).minorRisk()).hasSize(3).contains(ROW);

    AssessedAdvert assessed = AdvertAssessor.load(models).assess(advert());
    assertThat(assessed.indicators()).extracting(Indicator::id).contains(ROW);
    assertThat(assessed.minorRisk()).isTrue();

    Path adverts =
        Files.writeString(
            folder.resolve("adverts.jsonl"),
            "{\"id\":\"a\",\"text\":\"%s\"}\n{\"id\":\"b\",\"text\":\"Kitchen help wanted.\"}\n"
                .formatted(TEXT));
    LabelCandidates candidates = LabelCandidates.read(adverts, models);
    assertThat(candidates.withheld()).isEqualTo(1);
    assertThat(candidates.shown()).singleElement().matches(one -> one.id().equals("b"));
  }

  private static Advert advert() {
    return Advert.builder(Channel.CLASSIFIEDS, "board.example.org", Instant.EPOCH)
        .body(TEXT)
        .build();
  }

  private static String hash(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  private static void copy(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = target.resolve(source.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }
}
