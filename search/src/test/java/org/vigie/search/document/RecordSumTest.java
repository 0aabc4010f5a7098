package org.vigie.search.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Membership;
import org.vigie.search.DamagedIndexException;
import org.vigie.search.analysis.Fields;

class RecordSumTest {
  private static final Membership RECORD = new Membership("a-1", "c-1");

  @Test
  void givesARecordThatIsAsItWasWritten() throws Exception {
    Document stored = new Document();
    RecordSum.add(stored, RECORD);

    assertThat(RecordJson.read(RecordSum.whole(stored), Membership.class)).isEqualTo(RECORD);
    assertThat(RecordSum.isSummed(stored)).isTrue();
  }

  @Test
  void refusesARecordOfWhichALetterIsAnother() {
    Document stored = new Document();
    RecordSum.add(stored, RECORD);
    String changed = stored.get(Fields.JSON).replace("c-1", "c-3");
    stored.removeField(Fields.JSON);
    stored.add(new StoredField(Fields.JSON, changed));

    assertThat(RecordSum.isWhole(stored)).isFalse();
    assertThatThrownBy(() -> RecordSum.whole(stored))
        .isInstanceOf(DamagedIndexException.class)
        .hasMessage("a record of the index is damaged, not shown: run ./vigie check");
  }

  @Test
  void takesARecordOfAnEarlierVersionAsItIs() throws Exception {
    Document stored = new Document();
    stored.add(new StoredField(Fields.JSON, RecordJson.write(RECORD)));

    assertThat(RecordSum.isSummed(stored)).isFalse();
    assertThat(RecordJson.read(RecordSum.whole(stored), Membership.class)).isEqualTo(RECORD);
  }
}
