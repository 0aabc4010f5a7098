package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RunProgressTest {
  @Test
  void putsWhatWasReadBesideTheRestInJson() throws Exception {
    RunProgress progress = new RunProgress(5, 9, new RecordCounts(4, 3, 2, 1, 6), 7, 8);

    assertThat(new ObjectMapper().writeValueAsString(progress))
        .isEqualTo(
            "{\"bytesRead\":5,\"bytesTotal\":9,\"adverts\":4,\"repeats\":3,\"minorRisk\":2,"
                + "\"deadLetters\":1,\"pagesWithoutAdvert\":6,\"alerts\":7,\"readAnew\":8}");
  }
}
