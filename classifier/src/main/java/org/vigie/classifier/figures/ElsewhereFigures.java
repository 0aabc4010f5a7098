package org.vigie.classifier.figures;

import java.util.List;

/** Figures that other commands measure, so that the table is whole and says where to look. */
final class ElsewhereFigures implements FigureSource {
  private static final String SPEED = "speed";

  @Override
  public List<Figure> measure(Places places) {
    return List.of(
        Figure.missing(
            "disguised phones",
            "F1",
            Target.atLeast(0.97),
            "measured by mvn -pl classifier -am test -Dtest=DisguiseSuiteTest"),
        Figure.missing(
            SPEED,
            "whole assessment, µs",
            Target.atMost(250),
            "missed when last measured: docs/classifier.md, Cost"),
        Figure.missing(
            SPEED,
            "indicators, µs",
            Target.atMost(40),
            "measured by mvn -pl classifier -am test -Dtest=IndicatorCostTest"),
        Figure.missing(
            SPEED,
            "language, µs",
            Target.atMost(60),
            "missed when last measured: docs/classifier.md, Cost"));
  }
}
