package org.vigie.training.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedOnTest {
  private static final String HOTEL =
      "Our hotel by the lake is looking for two room attendants for the summer. You clean rooms in"
          + " a team of six, from eight to four, with one free day in the week. We pay by the hour,"
          + " and a small room in the staff house can be rented. Call Anna on +44 7700 900123.";

  private static final String FARM =
      "A family farm needs help with the apple harvest from September to October. Bring boots and"
          + " warm clothes. You are paid each Friday, by the box, and lunch is on the house.";

  @TempDir Path folder;

  @Test
  void knowsAnAdvertInWhateverFileItStands() throws Exception {
    TrainedOn.of(List.of(HOTEL, FARM)).write(folder);
    TrainedOn read = TrainedOn.read(folder);

    assertThat(read.knows(HOTEL)).isTrue();
    assertThat(read.knows(FARM.toUpperCase(java.util.Locale.ROOT))).isTrue();
  }

  @Test
  void knowsACopyForAnotherTownWithAnotherPhone() {
    TrainedOn known = TrainedOn.of(List.of(HOTEL));

    assertThat(known.knows(HOTEL.replace("Anna", "Vera").replace("900123", "900456"))).isTrue();
    assertThat(known.knows(FARM)).isFalse();
    assertThat(known.knows("")).isFalse();
  }

  @Test
  void knowsNothingOfAModelThatKeptNone() throws Exception {
    assertThat(TrainedOn.read(folder).knows(HOTEL)).isFalse();
  }
}
