package org.vigie.classifier.figures;

import java.util.List;

/** Figures that other commands measure, so that the table is whole and says where to look. */
final class ElsewhereFigures implements FigureSource {
  @Override
  public List<Figure> measure(Places places) {
    return List.of(
        Figure.missing(
            "disguised phones",
            "F1",
            Target.atLeast(0.97),
            "measured by mvn -pl classifier -am test -Dtest=DisguiseSuiteTest"),
        Figure.missing(
            "speed",
            "whole assessment, µs",
            Target.atMost(250),
            "measured by the benchmarks in bench/"),
        Figure.missing(
            "speed", "indicators, µs", Target.atMost(40), "measured by the benchmarks in bench/"),
        Figure.missing(
            "speed", "language, µs", Target.atMost(60), "measured by the benchmarks in bench/"));
  }
}
