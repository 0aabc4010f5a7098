package org.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Span;

class SourcePositionsTest {
  @Test
  void tellsOfEachPositionWhateverWasJoinedPutInLeftOutOrTakenAway() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 200; round++) {
      SourcePositions places = new SourcePositions();
      List<Span> expected = new ArrayList<>();
      int at = 0;
      for (int step = 0; step < 60; step++) {
        at = step(random.nextInt(12), at, places, expected);
      }

      for (int i = 0; i < expected.size(); i++) {
        assertThat(new Span(places.start(i), places.end(i))).isEqualTo(expected.get(i));
      }
    }
  }

  private static int step(int kind, int at, SourcePositions places, List<Span> expected) {
    Span last = expected.isEmpty() ? null : expected.getLast();
    if (kind == 0 && last != null) { // a sign that is written in the last one's place
      add(last.start(), last.end(), places, expected);
      return at;
    }
    if (kind == 1 && last != null) { // a mark over the last one
      places.extendLast(at + 1);
      expected.set(expected.size() - 1, new Span(last.start(), at + 1));
      return at + 1;
    }
    if (kind == 2) { // the last ones are taken away
      int left = Math.max(0, expected.size() - 2);
      places.cut(left);
      expected.subList(left, expected.size()).clear();
      return at;
    }
    int skipped = kind == 3 ? 1 : 0;
    int width = kind == 4 ? 2 : 1;
    add(at + skipped, at + skipped + width, places, expected);
    return at + skipped + width;
  }

  private static void add(int start, int end, SourcePositions places, List<Span> expected) {
    places.append(start, end);
    expected.add(new Span(start, end));
  }

  @Test
  void refusesAPositionThatIsNotThere() {
    SourcePositions places = new SourcePositions();
    places.append(0, 1);

    assertThat(places.end(0)).isEqualTo(1);
    assertThatThrownBy(() -> places.start(1))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("a position must be in [0, 1), but was 1");
  }
}
