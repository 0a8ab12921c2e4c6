// The meeting of a process as staff see it: booked, under way, over, called off.
import type { Process } from '#libs/case';

export function conference({ conference: { booking, session, held, calledOff } }: Process) {
  const pause = session?.pause;
  const checked = Object.entries(pause?.checked ?? {}).map(([participantId, check]) => ({ participantId, ...check }));
  return {
    booking: booking && { ...booking, id: booking.bookingId },
    session: session && { ...session, pause: pause ? { ...pause, checked } : null },
    held,
    calledOff,
  };
}
