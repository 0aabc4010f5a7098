package org.vigie.lab.verify.exchange;

import java.nio.file.Path;
import java.util.List;

/** A format of partners, as the authority that has written it down judges it. */
interface Authority {
  /** Returns what is judged, in a word or two that counts are named after. */
  String name();

  /**
   * Returns the folder below {@code data/schemas} that holds what the authority wrote; empty if a
   * program of the authority's own judges, which is always at hand.
   */
  String folder();

  /**
   * Judges what we write of adverts.
   *
   * @param schemas the authority's folder; if it has none, the one above those of others
   * @param leads invented adverts
   * @param work an empty folder
   */
  Judgement judge(Path schemas, InventedLeads leads, Path work) throws Exception;

  /**
   * What an authority says.
   *
   * @param judged how many parts were looked at, at least 1
   * @param problems what is wrong with ours
   * @param refuses whether it refuses what must be refused, so that it is a judge at all
   */
  record Judgement(int judged, List<String> problems, boolean refuses) {
    public Judgement {
      problems = List.copyOf(problems);
    }
  }
}
