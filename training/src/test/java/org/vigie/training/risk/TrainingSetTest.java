package org.vigie.training.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.risk.AdvertReader;

class TrainingSetTest {
  @Test
  void leavesOutWhatMayConcernAMinor() throws IOException {
    AdvertReader reader = new AdvertReader(ModelsFolder.path(), Taxonomy.load(ModelsFolder.path()));
    LabelledAdvert ordinary = new LabelledAdvert("1", false, "1", "Waiter wanted");
    LabelledAdvert transfer = new LabelledAdvert("2", true, "2", "Baby for sale");
    LabelledAdvert denied = new LabelledAdvert("3", false, "3", "No underage person");

    TrainingSet set = TrainingSet.of(List.of(ordinary, transfer, denied), reader);

    assertThat(set.adverts()).containsExactly(ordinary, denied);
    assertThat(set.features()).hasSize(2);
  }
}
