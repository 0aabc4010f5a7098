package org.vigie.console.web;

/** What answers a request. */
@FunctionalInterface
public interface Action {
  Answer answer(Visit visit) throws Exception;
}
