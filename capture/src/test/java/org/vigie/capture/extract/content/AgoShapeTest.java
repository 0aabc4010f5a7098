package org.vigie.capture.extract.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgoShapeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 months ago",
        "a year ago",
        "Posted 3 days ago",
        "hace 2 horas",
        "il y a 5 jours",
        "vor 4 Tagen",
        "3 часа назад",
        "вчера",
        "منذ ساعتين",
        "أمس",
        "5分钟前",
        "3時間前",
        "2일 전",
        "27 dni temu",
        "3h",
        "yesterday, 10:15"
      })
  void knowsHowLongAgo(String text) {
    assertThat(AgoShape.isAlone(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "two rooms",
        "3 rooms",
        "vor dem Haus am Meer gelegen",
        "ago",
        "today we eat",
        "12 May",
        "hace falta gente para la vendimia",
        "há vagas para ajudante de cozinha"
      })
  void takesNothingElseForIt(String text) {
    assertThat(AgoShape.isAlone(text)).isFalse();
  }
}
