package wasl.task;

/** Kinds of tasks that only tests open. */
enum ProbeTask implements TaskKind {
  BY_ITSELF,
  BY_HAND {
    @Override
    public boolean byHand() {
      return true;
    }
  }
}
