package org.vigie.training.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.sign.SignReader;

/** Texts written apart from concepts, frames and corpora: looked at as totals only. */
class SealedSignsTest {
  private static SignFigures figures;

  @BeforeAll
  static void read() throws Exception {
    Path sealed =
        Path.of(Objects.requireNonNull(SealedSignsTest.class.getResource("sealed")).toURI());
    figures = SignFigures.of(SignReader.load(ModelsFolder.path()), SignCorpus.read(sealed), false);
  }

  @Test
  void holdTextsInManyLanguages() {
    assertThat(figures.size()).isGreaterThan(1500);
    assertThat(figures.recallBy(SignLine::language)).hasSizeGreaterThan(45);
  }

  /**
   * The aim is 0.80 at a precision of 0.95; docs/reference/verify-signs.md has what was reached.
   */
  @Test
  void areFoundInMostTextsThatSayThem() {
    assertThat(figures.recall()).isGreaterThan(0.80);
    assertThat(figures.precision()).isGreaterThan(0.86);
  }

  @Test
  void areFoundInEveryLanguageFamilyAndStyle() throws IOException {
    assertThat(figures.recallBy(SignLine::language).values()).allMatch(share -> share >= 0.55);
    assertThat(figures.recallBy(line -> line.families().getFirst().label()).values())
        .allMatch(share -> share >= 0.55);
    assertThat(figures.recallBy(SignLine::style).values()).allMatch(share -> share >= 0.6);
  }
}
