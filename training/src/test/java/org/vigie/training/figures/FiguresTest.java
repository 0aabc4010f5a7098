package org.vigie.training.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.classifier.ModelsFolder;

/** The figures that need no training and no quiet machine are held to their targets. */
class FiguresTest {
  private static final Places PLACES =
      new Places(ModelsFolder.path(), "risk-recruitment-1", ModelsFolder.sharedData());

  @Test
  void findsContactsAndPricesThatOthersLabelled() throws IOException {
    boolean shown = Boolean.getBoolean("vigie.mistakes");
    checkAllMet(new RecognizerFigures(shown ? System.out::println : mistake -> {}));
  }

  @Test
  void tellsTheLanguagesOfTheMissionAndAgreesWithOpenNlpOnTheWholeText() throws IOException {
    checkAllMet(new LanguageFigures());
  }

  @Test
  void readsPhonesDisguisedInFortyWays() throws IOException {
    assertThat(PhoneDisguises.all()).hasSizeGreaterThanOrEqualTo(40);
    checkAllMet(new DisguisedPhoneFigures());
  }

  @Test
  void readsPhonesOfAdvertsThatDeclareNoCountry() throws IOException {
    boolean shown = Boolean.getBoolean("vigie.mistakes");
    checkAllMet(new PhonesWithoutCountryFigures(shown ? System.out::println : mistake -> {}));
  }

  @Test
  void countsSignsWhereTheyAreSaidMoreThanWhereTheyAreDeniedOrReported() throws IOException {
    List<Figure> figures = measured(new SentenceFigures());

    assertThat(figures.get(0).value().orElseThrow()).isGreaterThanOrEqualTo(0.95);
    assertThat(figures.get(1).value().orElseThrow()).isLessThan(0.6);
  }

  @Test
  void allocatesNoMoreThanPromised() throws IOException {
    // Times are for `evaluate --all` to tell: a busy machine would fail a test of them.
    checkAllMet(places -> List.of(SpeedFigures.memory(places)));
  }

  @Test
  void showsHowTheCostOfEachStepGrows() throws IOException {
    // Ratios of times on texts so short say nothing; that `evaluate --all` shows them all is asked.
    List<Figure> figures = new GrowthFigures(400).measure(PLACES);

    assertThat(figures)
        .extracting(figure -> figure.name().replace("time on twice the text, ", ""))
        .containsExactly(
            "normaliser",
            "words",
            "language",
            "contacts",
            "prices, ages and hours",
            "places",
            "names",
            "indicators",
            "all together");
    assertThat(figures)
        .allMatch(figure -> figure.value().orElseThrow() > 0)
        .allMatch(figure -> figure.remark().contains("200 and 400 characters"))
        .allMatch(figure -> figure.remark().chars().allMatch(c -> c >= ' ' && c <= '~'));
  }

  @Test
  void saysWhichDataIsAbsent() throws IOException {
    Places nowhere = new Places(PLACES.models(), PLACES.model(), Path.of("no-such-folder"));
    for (FigureSource source :
        List.of(
            new RecognizerFigures(),
            new LanguageFigures(),
            new ProseFigures(),
            new SpeedFigures())) {
      assertThat(source.measure(nowhere))
          .isNotEmpty()
          .allMatch(figure -> figure.verdict() == Figure.Verdict.UNMEASURED)
          .allMatch(figure -> figure.remark().contains("absent"));
    }
  }

  private static void checkAllMet(FigureSource source) throws IOException {
    assertThat(measured(source)).allMatch(figure -> figure.verdict() == Figure.Verdict.MET);
  }

  private static List<Figure> measured(FigureSource source) throws IOException {
    List<Figure> figures = new ArrayList<>(source.measure(PLACES));
    figures.forEach(System.out::println);
    for (Figure figure : figures) {
      assumeTrue(figure.verdict() != Figure.Verdict.UNMEASURED, figure.remark());
    }
    return figures;
  }
}
