package org.vigie.web;

/** What answers a request. */
@FunctionalInterface
public interface Action {
  Answer answer(Visit visit) throws Exception;
}
