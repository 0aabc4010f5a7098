package org.vigie.web.pages.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vigie.search.Listed;
import org.vigie.web.Answer;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.LiveIndex;

/** The index as programs read it: a stretch of a list, or one thing by its name. */
final class ApiIndex {
  private final LiveIndex index;

  ApiIndex(LiveIndex index) {
    this.index = index;
  }

  /** Returns what is read, if there is an index. */
  <T> Optional<T> read(LiveIndex.Reading<T> reading) throws IOException {
    return index.read(reading);
  }

  /** Answers with what is read. */
  Answer some(LiveIndex.Reading<Object> reading) throws IOException {
    return index.read(reading).map(Answer::json).orElseGet(ApiPages::empty);
  }

  /** Answers with the one thing that is read, if there is such a thing. */
  <T> Answer one(LiveIndex.Reading<Optional<T>> reading) throws IOException {
    return index
        .read(reading)
        .flatMap(found -> found)
        .map(Answer::json)
        .orElseGet(ApiPages::notFound);
  }

  /** A list that can be read from somewhere on. */
  @FunctionalInterface
  interface Listing<T> {
    Listed<T> from(int offset, int most) throws IOException;
  }

  /** Returns the stretch of a list that a program asks for. */
  static <T> List<T> stretch(Visit visit, Listing<T> list) throws IOException {
    return list.from(ApiQuestion.offset(visit), ApiQuestion.limit(visit)).items();
  }
}
