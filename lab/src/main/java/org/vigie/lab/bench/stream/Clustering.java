package org.vigie.lab.bench.stream;

import org.vigie.advert.Advert;

/** A way to put adverts into clusters, one after another. */
interface Clustering extends AutoCloseable {
  /** Takes an advert in. */
  void take(Advert advert) throws Exception;

  /** Returns how many pairs were found to be alike. */
  long links();

  @Override
  default void close() throws Exception {}
}
