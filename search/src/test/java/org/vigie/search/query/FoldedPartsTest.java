package org.vigie.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.search.analysis.TextAnalysis;

class FoldedPartsTest {
  private static final List<String> PARTS =
      List.of(
          "passport",
          "Straße",
          "carné",
          "паспорт",
          "ПАСПОРТ",
          "διαβατήριο",
          "جواز",
          "ፓስፖርት",
          "pаssport",
          "eu-maa",
          "l'estero",
          "ต่างประเทศ",
          "пас\u200Bпорт",
          "18+",
          "पासपोर्ट",
          "パスポート",
          "ﬁne",
          "");

  @Test
  void readManyAtOnceAsAnAdvertsWordsAreRead() {
    FoldedParts together = new FoldedParts();
    together.read(PARTS);
    for (String part : PARTS) {
      assertThat(together.words(part)).as(part).isEqualTo(TextAnalysis.words(part));
      assertThat(new FoldedParts().words(part)).as(part).isEqualTo(TextAnalysis.words(part));
    }
  }
}
