package org.vigie.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelsTest {
  @Test
  void standsToTheRightAboveItsDotWhereThatIsFree() {
    Labels.Dot dot = new Labels.Dot(100, 100, 5);
    assertThat(new Labels(List.of(dot)).place(dot, "Leeds"))
        .contains(new Labels.Label("108.0", "97.0", "start"));
  }

  @Test
  void givesWayToTheDotAndTheNameOfANeighbour() {
    // As far from one another as Cardiff and Bristol on a map of Britain.
    Labels.Dot cardiff = new Labels.Dot(446, 347, 5);
    Labels.Dot bristol = new Labels.Dot(470, 349, 5);
    Labels labels = new Labels(List.of(bristol, cardiff));

    assertThat(labels.place(bristol, "Bristol"))
        .contains(new Labels.Label("478.0", "346.0", "start"));
    assertThat(labels.place(cardiff, "Cardiff"))
        .hasValueSatisfying(label -> assertThat(label.anchor()).isEqualTo("end"));
  }

  @Test
  void staysOnTheMap() {
    Labels.Dot corner = new Labels.Dot(MapWindow.WIDTH - 2, 2, 5);
    assertThat(new Labels(List.of(corner)).place(corner, "Corner"))
        .contains(new Labels.Label("950.0", "18.0", "end"));
  }

  @Test
  void leavesANameOutForWhichNoPlaceIsFree() {
    Labels.Dot dot = new Labels.Dot(480, 270, 4);
    List<Labels.Dot> dots = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      dots.add(dot);
    }
    Labels labels = new Labels(dots);
    List<Optional<Labels.Label>> placed = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      placed.add(labels.place(dot, "Town " + i));
    }
    assertThat(placed.subList(0, 4)).allMatch(Optional::isPresent).doesNotHaveDuplicates();
    assertThat(placed.getLast()).isEmpty();
  }

  @Test
  void coversNoNameWithAnotherHoweverDenseATownStandsByTheNext() {
    Random random = new Random(7);
    List<Labels.Dot> dots = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      dots.add(new Labels.Dot(400 + 160 * random.nextDouble(), 200 + 120 * random.nextDouble(), 5));
    }
    Labels labels = new Labels(dots);
    List<double[]> boxes = new ArrayList<>();
    for (Labels.Dot dot : dots) {
      labels
          .place(dot, "Somewhere")
          .ifPresent(label -> {
            double width = 9 * 6; // narrower than is reckoned with
            double x = Double.parseDouble(label.x());
            double left =
                x
                    - switch (label.anchor()) {
                      case "start" -> 0;
                      case "end" -> width;
                      default -> width / 2;
                    };
            double foot = Double.parseDouble(label.y());
            boxes.add(new double[] {left, foot - 10, left + width, foot + 2});
          });
    }
    assertThat(boxes).hasSizeBetween(5, 59);
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        double[] a = boxes.get(i);
        double[] b = boxes.get(j);
        assertThat(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).isFalse();
      }
    }
  }
}
