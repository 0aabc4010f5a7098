package org.vigie.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueDoubtsTest {
  private static final List<String> INDICATORS = List.of("LX-01", "LX-09", "RC-04", "RC-06");

  private final ValueDoubts doubts = 
      ValueDoubts.withoutIndex(INDICATORS, Set.of("SX-04", "OT-02"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "country:France | a country, such as FR",
        "country:\"États-Unis\" | a country, such as US",
        "country:Deutschland | a country, such as DE",
        "country:Укрaїна | the code of a country",
        "country:UK | a country, such as GB",
        "country:fra | a country, such as FR",
        "country:Frnace | FR",
        "country:%% | two letters such as FR",
        "lang:French | a language, such as fr",
        "lang:roumain | a language, such as ro",
        "lang:deu | a language, such as de",
        "lang:xx | the code of a language",
        "indicator:LX-99 | an indicator, such as LX-09",
        "indicator:SX-04 | adverts that show this one are quarantined as minor-risk and never searched",
        "indicator:ot-02 | adverts that show this one are quarantined as minor-risk and never searched",
        "indicator:zz | ./vigie taxonomy list"
      })
  void saysWhatIsWrongAndWhatWasMeant(String query, String told) throws IOException {
    assertThat(doubts.in(query)).hasSize(1);
    assertThat(doubts.in(query).getFirst()).hasMessageContaining(told);
    assertThatThrownBy(() -> doubts.require(QueryParser.parse(query)))
        .isInstanceOf(QuerySyntaxException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "country:fr",
        "country:(FR OR XK) lang:pt",
        "lang:zh-Hans",
        "lang:ceb",
        "lang:und",
        "indicator:rc-06",
        "indicator:LX-*",
        "France french LX-99",
        "site:France"
      })
  void doubtsNothingThatCanBe(String query) throws IOException {
    assertThat(doubts.in(query)).isEmpty();
  }

  @Test
  void namesThePlaceInPartsOfAQuery() throws IOException {
    assertThat(doubts.in("visa -(country:France OR across:lang:xx)"))
        .extracting(Throwable::getMessage)
        .satisfiesExactly(
            country -> assertThat(country).contains("at character 16", "'France'"),
            language -> assertThat(language).contains("at character 38", "'xx'"));
  }

  @Test
  void doubtsNothingThatAnAdvertHas() throws IOException {
    ValueDoubts known =
        new ValueDoubts(
            new Term("country", "france")::equals, () -> List.of("LX-01"), Set::of);
    assertThat(known.in("country:France")).isEmpty();
    assertThat(known.in("country:Frankreich")).hasSize(1);
  }

  @Test
  void doubtsNoIndicatorWhereNoneIsKnown() throws IOException {
    assertThat(ValueDoubts.withoutIndex(List.of(), Set.of()).in("indicator:LX-99")).isEmpty();
  }
}
