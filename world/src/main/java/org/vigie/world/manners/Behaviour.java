package org.vigie.world.manners;

/** The way in which a host answers one request, on the bare connection. */
@FunctionalInterface
public interface Behaviour {
  /**
   * Answers; the connection is closed afterwards.
   *
   * @throws Exception if the client hung up, or the server is closed
   */
  void answer(String target, Wire wire) throws Exception;
}
