package org.vigie.classifier.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of words from one text to the next. */
class WordAtomsTest {
  private static final ConceptIndex TABLE = table();

  @Test
  void givesNoWordTheAtomsOfAnotherOfItsHash() {
    WordAtoms colliding = new WordAtoms(TABLE, word -> 7);

    assertThat(colliding.of(token("zzqqvv"))).isEmpty();
    assertThat(colliding.of(token("passports"))).isEqualTo(alone("passports")).isNotEmpty();
    assertThat(colliding.of(token("papers"))).isEqualTo(alone("papers")).isNotEmpty();
    assertThat(colliding.of(token("zzqqvv"))).isEmpty();
    assertThat(alone("papers")).isNotEqualTo(alone("passports"));
  }

  @Test
  void keepsWhatStandsInEveryText() {
    WordAtoms atoms = new WordAtoms(TABLE);

    assertThat(atoms.of(token("papers"))).isSameAs(atoms.of(token("papers")));
  }

  private static int[] alone(String word) {
    return new WordAtoms(TABLE).of(token(word));
  }

  private static SignText.Token token(String word) {
    return new SignText.Token(word, 0, word.length(), 0, 0, false);
  }

  private static ConceptIndex table() {
    ConceptTable table = new ConceptTable();
    for (String pattern : List.of("passport*", "papers")) {
      table.add(ConceptPattern.parse(pattern, true), 0, 1);
    }
    return table.freeze();
  }
}
