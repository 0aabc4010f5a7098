package org.vigie.training.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.risk.GroupModel;

class DataSheetTest {
  @Test
  void namesTheListsThatFeaturesComeFromAndNoneOfNamesOfPersons() throws IOException {
    SortedMap<String, String> ofAdverts = DataSheet.tuned(ModelsFolder.path());
    SortedMap<String, String> ofGroups = DataSheet.tunedBut(ModelsFolder.path(), GroupModel.FORM);

    assertThat(ofAdverts).containsKeys("negation.yaml", "lexicons/RC-06.yaml", "forms.yaml");
    assertThat(ofAdverts.keySet()).noneMatch(path -> path.startsWith("names/"));
    // Which persons the adverts of a cluster name is part of what is said of the cluster.
    assertThat(ofGroups.keySet()).containsAll(List.of("names/cues.yaml", "names/sentences.yaml"));
  }
}
