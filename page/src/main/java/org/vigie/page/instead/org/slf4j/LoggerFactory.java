package org.vigie.page.instead.org.slf4j;

import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/** The page logs nothing. */
public final class LoggerFactory {
  private LoggerFactory() {}

  public static Logger getLogger(Class<?> type) {
    return NOPLogger.NOP_LOGGER;
  }
}
